package dev.torii.engine.ingest.importer;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes videos of the records of a CSV file.
///
/// Columns: `id` and `title`, which must be there; `description`, `genres`, `maker`, `label`, `series`, `director`,
/// `performers`, `tags` (several values with bars between them), `price` (yen), `duration_minutes` or
/// `duration_seconds`, `released_at`, `rating_average` (0 to 5), `rating_count`, `thumbnail_url`,
/// `preview_video_url`, `product_url`.
final class VideoRows {
    /// The source of the rows, see [SourceIds].
    static final String SOURCE = "csv";

    private static final Map<String, TermKind> TERMS = terms();
    private static final Set<String> KNOWN = Set.of(
            "id",
            "title",
            "description",
            "genres",
            "maker",
            "label",
            "series",
            "director",
            "performers",
            "tags",
            "price",
            "duration_minutes",
            "duration_seconds",
            "released_at",
            "rating_average",
            "rating_count",
            "thumbnail_url",
            "preview_video_url",
            "product_url");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("video_id", "id"),
            Map.entry("external_id", "id"),
            Map.entry("item_id", "id"),
            Map.entry("movie_id", "id"),
            Map.entry("content_id", "id"),
            Map.entry("name", "title"),
            Map.entry("genre", "genres"),
            Map.entry("makers", "maker"),
            Map.entry("studio", "maker"),
            Map.entry("labels", "label"),
            Map.entry("directors", "director"),
            Map.entry("performer", "performers"),
            Map.entry("actors", "performers"),
            Map.entry("cast", "performers"),
            Map.entry("tag", "tags"),
            Map.entry("release_date", "released_at"),
            Map.entry("released", "released_at"),
            Map.entry("year", "released_at"),
            Map.entry("rating", "rating_average"),
            Map.entry("thumbnail", "thumbnail_url"),
            Map.entry("image_url", "thumbnail_url"),
            Map.entry("url", "product_url"));

    private final CsvColumns columns;

    VideoRows(Path file, List<String> header) {
        this.columns = CsvColumns.of(file, header, NAMES, KNOWN, List.of("id", "title"));
    }

    CsvColumns columns() {
        return columns;
    }

    Video video(List<String> record) throws BadRow {
        String id = columns.field(record, "id");
        String title = columns.field(record, "title");
        if (id.isEmpty() || title.isEmpty()) {
            throw new BadRow((id.isEmpty() ? "id" : "title") + " is empty");
        }
        return new Video(
                SourceIds.video(SOURCE, id),
                SOURCE,
                id,
                null,
                title,
                CsvValues.text(columns.field(record, "description")).orElse(null),
                terms(record),
                number(record, "price", 1e9).orElse(null),
                duration(record).orElse(null),
                CsvValues.time(columns.field(record, "released_at"), "released_at")
                        .orElse(null),
                number(record, "rating_average", 5).map(BigDecimal::doubleValue).orElse(null),
                number(record, "rating_count", Integer.MAX_VALUE)
                        .map(BigDecimal::intValue)
                        .orElse(null),
                address(record, "thumbnail_url").orElse(null),
                address(record, "preview_video_url").orElse(null),
                address(record, "product_url").orElse(null));
    }

    private List<Term> terms(List<String> record) {
        List<Term> terms = new ArrayList<>();
        TERMS.forEach((column, kind) -> CsvValues.several(columns.field(record, column)).stream()
                .map(name -> Term.named(kind, name))
                .forEach(terms::add));
        return terms;
    }

    private Optional<Integer> duration(List<String> record) throws BadRow {
        Optional<BigDecimal> seconds = number(record, "duration_seconds", 1e7);
        if (seconds.isPresent()) {
            return seconds.map(BigDecimal::intValue);
        }
        return number(record, "duration_minutes", 1e5).map(minutes -> (int) Math.round(60 * minutes.doubleValue()));
    }

    private Optional<BigDecimal> number(List<String> record, String column, double max) throws BadRow {
        return CsvValues.number(columns.field(record, column), column, 0, max);
    }

    private Optional<String> address(List<String> record, String column) throws BadRow {
        return CsvValues.address(columns.field(record, column), column);
    }

    private static Map<String, TermKind> terms() {
        Map<String, TermKind> terms = new LinkedHashMap<>();
        terms.put("genres", TermKind.GENRE);
        terms.put("maker", TermKind.MAKER);
        terms.put("label", TermKind.LABEL);
        terms.put("series", TermKind.SERIES);
        terms.put("director", TermKind.DIRECTOR);
        terms.put("performers", TermKind.PERFORMER);
        terms.put("tags", TermKind.TAG);
        return terms;
    }
}
