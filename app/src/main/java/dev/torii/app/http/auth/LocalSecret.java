package dev.torii.app.http.auth;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The secret that a home folder makes for itself when none is configured, readable by its owner alone.
public final class LocalSecret {
    private static final int RANDOM_BYTES = 48;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    public LocalSecret(Path home) {
        this.file = home.resolve("secrets").resolve("jwt-secret");
    }

    /// Where the secret stands.
    public Path file() {
        return file;
    }

    /// The secret; made on the first call.
    ///
    /// @throws ToriiException HOME_UNUSABLE when it can be neither read nor written
    public String readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            if (isPosix()) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The secret of this home folder cannot be kept in " + file + ".",
                    "Maybe the folder is read-only or belongs to another user; or set auth.jwtSecret.",
                    e);
        }
    }

    /// Writes beside and renames, so that no reader ever meets half a secret.
    private void create() throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path folder = Files.createDirectories(file.resolveSibling(""), attributes(OWNER_FOLDER));
        Path fresh = Files.createTempFile(folder, "jwt-secret", ".new", attributes(OWNER_ONLY));
        try {
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another start was faster; its secret counts.
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
