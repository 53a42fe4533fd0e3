package dev.torii.engine.ingest.importer;

import dev.torii.models.people.InteractionKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the records of a CSV file of interactions.
///
/// Columns: `user_id` and `video_id`, which must be there; `kind` (`rating`, `view`, `purchase`, `like`, `skip`;
/// where it is not given, a rating when there is a value and a like when there is none), `value` (a rating of 0.5
/// to 5, or the share that was viewed, 0 to 1), `at` (a time; unknown where it is not given).
final class InteractionRows {
    private static final Set<String> KNOWN = Set.of("user_id", "video_id", "kind", "value", "at");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("user", "user_id"),
            Map.entry("video", "video_id"),
            Map.entry("item", "video_id"),
            Map.entry("item_id", "video_id"),
            Map.entry("movie_id", "video_id"),
            Map.entry("external_id", "video_id"),
            Map.entry("content_id", "video_id"),
            Map.entry("type", "kind"),
            Map.entry("action", "kind"),
            Map.entry("event", "kind"),
            Map.entry("interaction", "kind"),
            Map.entry("rating", "value"),
            Map.entry("timestamp", "at"),
            Map.entry("time", "at"),
            Map.entry("date", "at"),
            Map.entry("created_at", "at"));

    /// @param user the user's id in the file
    /// @param video the video's id in the file
    record Row(String user, String video, InteractionKind kind, double value, Instant at) {}

    private final CsvColumns columns;

    InteractionRows(Path file, List<String> header) {
        this.columns = CsvColumns.of(file, header, NAMES, KNOWN, List.of("user_id", "video_id"));
    }

    CsvColumns columns() {
        return columns;
    }

    Row row(List<String> record) throws BadRow {
        String user = columns.field(record, "user_id");
        String video = columns.field(record, "video_id");
        if (user.isEmpty() || video.isEmpty()) {
            throw new BadRow((user.isEmpty() ? "user_id" : "video_id") + " is empty");
        }
        String value = columns.field(record, "value");
        InteractionKind kind = kind(columns.field(record, "kind"), !value.isEmpty());
        Instant at = CsvValues.time(columns.field(record, "at"), "at").orElse(Instant.EPOCH);
        return new Row(user, video, kind, value(kind, value), at);
    }

    private static InteractionKind kind(String text, boolean valued) throws BadRow {
        if (text.isEmpty()) {
            return valued ? InteractionKind.RATING : InteractionKind.LIKE;
        }
        try {
            return InteractionKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRow("kind \"" + text + "\" is none of rating, view, purchase, like, skip");
        }
    }

    private static double value(InteractionKind kind, String text) throws BadRow {
        return switch (kind) {
            case RATING -> needed(CsvValues.number(text, "value", 0.5, 5), "rating");
            case VIEW -> needed(CsvValues.number(text, "value", 0, 1), "view");
            case PURCHASE, LIKE -> 1;
            case SKIP -> 0;
        };
    }

    private static double needed(Optional<BigDecimal> value, String kind) throws BadRow {
        return value.orElseThrow(() -> new BadRow("a " + kind + " has no value"))
                .doubleValue();
    }
}
