package dev.torii.engine.embed.export.place;

import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A folder on this machine.
public final class FolderTarget implements ExportTarget {
    private final Path root;

    public FolderTarget(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String describe(String path) {
        return root.resolve(path).toString();
    }

    @Override
    public Optional<byte[]> read(String path, JobContext context) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> problems(String folder, Map<String, String> checksums) {
        return ModelFolder.verify(root.resolve(folder), checksums);
    }

    /// All files appear at once, by a rename.
    @Override
    public void publish(String folder, String last, ModelFolder.Contents contents, JobContext context)
            throws IOException {
        Path target = root.resolve(folder);
        if (Files.exists(target)) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    target + " is there already, and is no finished export.",
                    "Maybe move it away, or export to another folder.");
        }
        ModelFolder.write(target, contents);
    }

    @Override
    public void replace(String path, byte[] content, JobContext context) throws IOException {
        Path target = root.resolve(path);
        Path fresh = Files.createTempFile(Objects.requireNonNull(target.getParent()), ".unfinished-", ".json");
        try {
            Files.write(fresh, content);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
