package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The files of a built pgvector: `vector.so` (or `.dll`, `.dylib`), `vector.control` and its scripts, anywhere
/// under one folder.
final class PgvectorFiles {
    private PgvectorFiles() {}

    /// Tells builds apart.
    static String mark(Path folder) throws IOException {
        CRC32 sum = new CRC32();
        for (Path file : find(folder)) {
            sum.update(Files.readAllBytes(file));
        }
        return "pgvector-%08x".formatted(sum.getValue());
    }

    /// Puts the files where PostgreSQL's programs look for extensions.
    static void copy(Path folder, Path programs) throws IOException {
        for (Path file : find(folder)) {
            Path target = isLibrary(file) ? programs.resolve("lib/postgresql") : extensions(programs);
            Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path extensions(Path programs) {
        return programs.resolve("share/postgresql/extension");
    }

    private static List<Path> find(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(PgvectorFiles::belongs).sorted().toList();
            if (files.stream().noneMatch(PgvectorFiles::isLibrary)
                    || files.stream().noneMatch(file -> file.endsWith("vector.control"))) {
                throw missing(folder);
            }
            return files;
        }
    }

    private static boolean belongs(Path file) {
        String name = file.getFileName().toString();
        return isLibrary(file) || name.equals("vector.control") || name.matches("vector--.*\\.sql");
    }

    private static boolean isLibrary(Path file) {
        return file.getFileName().toString().matches("vector\\.(so|dll|dylib)");
    }

    private static ToriiException missing(Path folder) {
        return new ToriiException(
                ErrorCode.CONFIGURATION,
                "%s holds no pgvector (vector.so, vector.control and its scripts).".formatted(folder),
                "Maybe point database.pgvectorDir at the folder where pgvector was installed, or leave it out.");
    }
}
