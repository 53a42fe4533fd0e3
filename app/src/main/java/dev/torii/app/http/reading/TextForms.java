package dev.torii.app.http.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Values that arrive as text.
final class TextForms {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /// The catalogue's days are Japan's.
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final int LAST_YEAR = 9999;

    private TextForms() {}

    /// The JDK's own reading also takes `1-1-1-1-1`; this one wants all 36 characters.
    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /// A time with an offset, or a day: its beginning in Japan. Only years of four digits: the JDK reads years up
    /// to 999999999, which no database keeps and whose microseconds fit no long.
    static Optional<Instant> instant(String text) {
        try {
            OffsetDateTime time = DATE_FORM.matcher(text).matches()
                    ? LocalDate.parse(text).atStartOfDay(JAPAN).toOffsetDateTime()
                    : OffsetDateTime.parse(text);
            return Optional.of(time)
                    .filter(read -> read.getYear() > 0 && read.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
