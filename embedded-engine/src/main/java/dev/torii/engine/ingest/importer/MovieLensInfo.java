package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares a 100K data set with its own `u.info`, which says how many films and ratings it has: a file that was
/// cut off between two lines is found by nothing else.
final class MovieLensInfo {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}) (users|items|ratings)");

    private MovieLensInfo() {}

    static void check(MovieLensFormat format, Path folder, int videos, int ratings) {
        Path file = folder.resolve("u.info");
        if (format != MovieLensFormat.ML_100K || !Files.isRegularFile(file)) {
            return;
        }
        try (LineReader lines = new LineReader(file, format.charset())) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                Matcher said = LINE.matcher(line.strip());
                if (said.matches()) {
                    int expected = Integer.parseInt(said.group(1));
                    int found = switch (said.group(2)) {
                        case "items" -> videos;
                        case "ratings" -> ratings;
                        default -> expected;
                    };
                    if (found != expected) {
                        throw differs(file, expected + " " + said.group(2), found);
                    }
                }
            }
        }
    }

    private static ToriiException differs(Path file, String said, int found) {
        return new ToriiException(
                ErrorCode.BROKEN_INPUT,
                file + " promises " + said + ", the data set has " + found + ".",
                "Maybe a file was cut off: take a fresh copy of the data set; or mend u.info when the data set was"
                        + " changed on purpose. Nothing was imported.");
    }
}
