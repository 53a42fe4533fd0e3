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

    private TextForms() {}

    /// The JDK's own reading also takes `1-1-1-1-1`; this one wants all 36 characters.
    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /// A time with an offset, or a day: its beginning in Japan.
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    DATE_FORM.matcher(text).matches()
                            ? LocalDate.parse(text).atStartOfDay(JAPAN).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
