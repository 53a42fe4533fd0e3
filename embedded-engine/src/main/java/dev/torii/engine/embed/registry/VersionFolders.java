package dev.torii.engine.embed.registry;

import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.models.embedding.FilesState;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folders of the versions, as far as they agree with the registry. Each holds the identity of the database
/// that knows it, so that a home that was used with another database loses nothing.
public final class VersionFolders {
    /// The file with the identity.
    static final String OWNER = "installation.txt";

    private final ModelRegistry registry;

    public VersionFolders(ModelRegistry registry) {
        this.registry = registry;
    }

    /// Marks a folder that is being written as one of this database.
    public void sign(Path folder) throws IOException {
        Files.writeString(folder.resolve(OWNER), registry.installation() + "\n");
    }

    /// Removes what a training that was killed left behind: unfinished folders, and finished ones of this database
    /// that were never registered.
    ///
    /// @param before younger folders stay: another process may be writing them
    /// @return the names of the orphans that were removed
    public List<String> tidy(Instant before) throws IOException {
        ModelFolder.deleteUnfinished(registry.folder(), before);
        if (!Files.isDirectory(registry.folder())) {
            return List.of();
        }
        Set<String> known = registry.list().stream().map(ModelVersion::version).collect(Collectors.toSet());
        List<Path> orphans;
        try (Stream<Path> entries = Files.list(registry.folder())) {
            orphans = entries.filter(Files::isDirectory)
                    .filter(folder -> !known.contains(folder.getFileName().toString()))
                    .toList();
        }
        List<String> removed = new ArrayList<>();
        for (Path orphan : orphans) {
            if (isOurs(orphan) && Files.getLastModifiedTime(orphan).toInstant().isBefore(before)) {
                ModelFolder.delete(orphan);
                removed.add(orphan.getFileName().toString());
            }
        }
        return removed;
    }

    private boolean isOurs(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(OWNER))
                    .strip()
                    .equals(registry.installation().toString());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// Whether the files of a version are there; their content is not looked at (see [ModelRegistry#verify]).
    public FilesState state(ModelVersion model) {
        Path folder = registry.folder(model.version());
        if (!Files.isDirectory(folder)) {
            return FilesState.MISSING;
        }
        boolean whole = !model.files().isEmpty()
                && model.files().keySet().stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
        return whole ? FilesState.PRESENT : FilesState.INCOMPLETE;
    }
}
