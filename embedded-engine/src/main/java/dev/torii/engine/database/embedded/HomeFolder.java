package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/// The folder under which everything is written, proved to be one that can be written to.
public record HomeFolder(Path path) {
    /// Creates the folder when it is missing and proves that a file can be made in it.
    ///
    /// @throws ToriiException HOME_UNUSABLE when it cannot
    public static HomeFolder prepare(Path path) {
        Path home = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            if (deniesItsOwner(home)) {
                throw unusable(home, "it is read-only", null);
            }
            Files.delete(Files.createTempFile(home, ".torii-", ".probe"));
            return new HomeFolder(home.toRealPath());
        } catch (IOException e) {
            throw unusable(home, reason(e), e);
        }
    }

    /// The folder of one concern, created when it is missing.
    Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw unusable(folder, reason(e), e);
        }
    }

    /// A folder without the write permission was made so on purpose: the superuser, whom permissions do not stop,
    /// keeps to it too.
    private static boolean deniesItsOwner(Path home) throws IOException {
        return home.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.getPosixFilePermissions(home).contains(PosixFilePermission.OWNER_WRITE);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static ToriiException unusable(
            Path path, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ToriiException(
                ErrorCode.HOME_UNUSABLE,
                "The home folder %s cannot be written to: %s.".formatted(path, reason),
                "Maybe choose another folder with --home or TORII_HOME, or mend its permissions.",
                cause);
    }
}
