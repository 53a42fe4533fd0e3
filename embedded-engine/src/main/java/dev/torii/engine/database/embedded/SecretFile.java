package dev.torii.engine.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// A generated secret in a file that only its owner reads.
public final class SecretFile {
    private static final int BYTES = 24;

    private SecretFile() {}

    /// The secret in `file`; generated and kept when there is none yet.
    public static String readOrCreate(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return create(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String create(Path file) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".secret-", "", attributes);
            Files.writeString(draft, secret + System.lineSeparator());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
