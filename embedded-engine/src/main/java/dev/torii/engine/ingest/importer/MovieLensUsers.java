package dev.torii.engine.ingest.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads `u.user` and `users.dat`: five fields a line, the first one the user's number. Age, sex, occupation and
/// post code are checked for their presence and not kept: nothing in Torii needs them.
final class MovieLensUsers {
    private MovieLensUsers() {}

    /// Ids of the listed users; empty when the format lists none.
    static List<String> read(MovieLensFormat format, Path folder) {
        String name = switch (format) {
            case ML_100K -> "u.user";
            case ML_1M -> "users.dat";
            case ML_10M, ML_LATEST -> "";
        };
        Path file = folder.resolve(name);
        if (name.isEmpty() || !Files.isRegularFile(file)) {
            return List.of();
        }
        String separator = format == MovieLensFormat.ML_100K ? "\\|" : "::";
        List<String> users = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (LineReader lines = new LineReader(file, format.charset())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] fields = line.split(separator, -1);
                if (fields.length != 5) {
                    throw BrokenLine.of(
                            file, lines.number(), line, "expected 5 fields of a user, found " + fields.length);
                }
                if (!RatingLineParser.isPositiveNumber(fields[0])) {
                    throw BrokenLine.of(
                            file, lines.number(), line, "the user \"" + fields[0] + "\" is not a positive number");
                }
                if (!seen.add(fields[0])) {
                    throw BrokenLine.of(file, lines.number(), line, "user " + fields[0] + " is listed twice");
                }
                users.add(fields[0]);
            }
        }
        return users;
    }
}
