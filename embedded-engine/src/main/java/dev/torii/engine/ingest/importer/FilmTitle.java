package dev.torii.engine.ingest.importer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a MovieLens title says of the film: `Toy Story (1995)`, `Land Before Time III (1995) (V)`.
final class FilmTitle {
    private static final Pattern YEAR = Pattern.compile("\\((\\d{4})(?:[-–]\\d{0,4})?\\)(?:\\s*\\([^()]*\\))?\\s*$");

    private FilmTitle() {}

    /// The first day (UTC) of the year in brackets at the end of the title.
    static Optional<Instant> releasedAt(String title) {
        Matcher matcher = YEAR.matcher(title);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        return year < 1870 || year > 2100
                ? Optional.empty()
                : Optional.of(
                        LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
