package dev.torii.engine.ingest.dmm;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as DMM writes them, in Japan time without a zone: `2025-09-24 00:00:00`, `2025/10/09 00:00:05`,
/// `2012/8/3 10:00`, or the day alone.
public final class JapanTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(Z|\\+09:?00)?)?");

    private JapanTime() {}

    /// The moment; empty when the text is no such time, or names a day that does not exist.
    static Optional<Instant> parse(String text) {
        Matcher part = TIME.matcher(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " "));
        if (!part.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(part, 1),
                    number(part, 3),
                    number(part, 4),
                    number(part, 5),
                    number(part, 6),
                    number(part, 7));
            boolean utc = "Z".equals(part.group(8));
            return Optional.of(local.atZone(utc ? ZoneOffset.UTC : ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? 0 : Integer.parseInt(text);
    }
}
