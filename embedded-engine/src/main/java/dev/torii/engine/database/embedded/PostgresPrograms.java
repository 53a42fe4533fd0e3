package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the archive on the class path.
final class PostgresPrograms {
    private PostgresPrograms() {}

    /// The folder with `bin`, `lib` and `share`, under `parent`; unpacked there when it is missing.
    ///
    /// @param pgvector folder with pgvector's files, which go into a copy of their own; null: none
    static Path unpack(Path parent, @Nullable Path pgvector) throws IOException {
        URL archive = archive();
        String name = "postgres-" + mark(archive) + (pgvector == null ? "" : "-" + PgvectorFiles.mark(pgvector));
        Path target = parent.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, ".unpacking-");
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, draft);
            }
        }
        if (pgvector != null) {
            PgvectorFiles.copy(pgvector, draft);
        }
        setMode(draft, true);
        moveInto(draft, target);
        return target;
    }

    private static void moveInto(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            FolderRemoval.remove(draft); // another process was faster
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive of PostgreSQL names a place outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        if (entry.getName().endsWith(".a") || entry.getName().contains("/pgxs/")) {
            return; // for compilers only
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            setMode(path, (entry.getMode() & 0111) != 0);
        }
    }

    /// Everybody may read and run the programs: the server may run as another user than the one that unpacked them.
    private static void setMode(Path path, boolean executable) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static URL archive() {
        String name = "/postgres-%s-%s.txz".formatted(system(), architecture());
        URL found = PostgresPrograms.class.getResource(name);
        if (found == null) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "This build of Torii brings no PostgreSQL for this machine (%s).".formatted(name.substring(1)),
                    "Maybe set database.url to a PostgreSQL that runs already.");
        }
        return found;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    /// Tells builds of PostgreSQL apart without reading the archive: the checksum that the jar holds of it.
    private static String mark(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        long mark = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return HexFormat.of().toHexDigits((int) mark);
    }
}
