package dev.torii.engine.embed.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a model version: written whole or not at all, and checked against their SHA-256.
public final class ModelFolder {
    private static final String UNFINISHED = ".unfinished-";

    private ModelFolder() {}

    /// Writes files into a folder that gets its name when all of them are on disk.
    @FunctionalInterface
    public interface Contents {
        void write(Path folder) throws IOException;
    }

    /// Writes `contents` under a temporary name, forces it to disk, and renames it to `folder`.
    ///
    /// @return relative path to SHA-256 of every file
    public static Map<String, String> write(Path folder, Contents contents) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(folder + " has no parent folder");
        }
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, UNFINISHED);
        try {
            contents.write(unfinished);
            Map<String, String> checksums = checksums(unfinished);
            for (String file : checksums.keySet()) {
                force(unfinished.resolve(file), StandardOpenOption.WRITE);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(parent);
            return checksums;
        } catch (IOException | RuntimeException e) {
            delete(unfinished);
            throw e;
        }
    }

    /// Removes what a run that was killed left behind under temporary names.
    ///
    /// @param before younger folders stay: another process may be writing them
    public static void deleteUnfinished(Path parent, Instant before) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> entries = Files.list(parent)) {
            left = entries.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path path : left) {
            if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                delete(path);
            }
        }
    }

    /// SHA-256 in hex of every file under `folder`, by relative path with `/`.
    public static Map<String, String> checksums(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        Map<String, String> checksums = new TreeMap<>();
        for (Path file : files) {
            checksums.put(folder.relativize(file).toString().replace('\\', '/'), sha256(file));
        }
        return checksums;
    }

    /// Compares the files with `expected`.
    ///
    /// @return what is wrong, a sentence each; empty when nothing is
    public static List<String> verify(Path folder, Map<String, String> expected) {
        List<String> problems = new ArrayList<>();
        if (expected.isEmpty()) {
            problems.add("The registry knows no files of " + folder + ".");
        }
        new TreeMap<>(expected).forEach((name, checksum) -> {
            Path file = folder.resolve(name);
            try {
                String found = sha256(file);
                if (!found.equals(checksum)) {
                    problems.add(file + " is damaged: its SHA-256 is " + found + ", not " + checksum + ".");
                }
            } catch (NoSuchFileException e) {
                problems.add(file + " is missing.");
            } catch (IOException e) {
                problems.add(file + " cannot be read: " + e.getMessage() + ".");
            }
        });
        return problems;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (digest.read(buffer) >= 0) {
                // the digest reads along
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void force(Path file, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(file, mode)) {
            channel.force(true);
        }
    }

    /// Windows cannot open a folder for this, and needs it not.
    private static void forceFolder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            // the rename itself happened; only its survival of a power cut is less sure
        }
    }

    /// Deletes a folder with all that is in it.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// The size of all files together, in bytes.
    public static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
