package dev.torii.engine.ingest.dmm;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The field `volume`: minutes (`120`, `120分`) or hours, minutes and seconds (`1:29:00`) of a video, and the count
/// of pages of a book, which is no time.
final class PlayingTime {
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,5})\\s*(?:分|min)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Set<String> UNKNOWN = Set.of("", "-", "0", "未定", "不明");
    private static final Set<String> BOOKS = Set.of("comic", "novel", "photo", "otherbooks", "book");

    private PlayingTime() {}

    /// Whether `volume` counts pages on this floor.
    static boolean countsPages(String service, String floor) {
        return service.equals("ebook") || BOOKS.contains(floor);
    }

    /// Seconds; empty when unknown.
    ///
    /// @throws BadItem when the text is neither form
    static Optional<Integer> seconds(JsonNode volume) throws BadItem {
        if (LenientNumber.isAbsent(volume)) {
            return Optional.empty();
        }
        String text =
                Normalizer.normalize(volume.asText(), Normalizer.Form.NFKC).strip();
        if (UNKNOWN.contains(text)) {
            return Optional.empty();
        }
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            return Optional.of(60 * Integer.parseInt(minutes.group(1)));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            int first = Integer.parseInt(clock.group(1));
            int second = Integer.parseInt(clock.group(2));
            String third = clock.group(3);
            return Optional.of(
                    third == null ? 60 * first + second : 3600 * first + 60 * second + Integer.parseInt(third));
        }
        throw new BadItem("volume \"" + volume.asText() + "\" is neither minutes nor a time like 1:29:00");
    }
}
