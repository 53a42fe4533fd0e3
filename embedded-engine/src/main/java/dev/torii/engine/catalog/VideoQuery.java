package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// A query for videos with their terms: two statements, whatever the number of videos.
///
/// @param condition its `where`; the table is `v`
/// @param order its `order by` and `limit`
record VideoQuery(String condition, String order) {
    private static final String COLUMNS = """
            select id, source, site, external_id, title, description, price, duration_seconds, released_at,
                rating_average, rating_count, thumbnail_url, preview_video_url, product_url, revision
            from public.video v
            """;

    List<StoredVideo> list(Handle handle, UnaryOperator<Query> bind) {
        List<StoredVideo> bare = bind.apply(handle.createQuery(COLUMNS + condition + " " + order))
                .map((row, context) -> new StoredVideo(video(row, List.of()), row.getLong("revision")))
                .list();
        Map<UUID, List<Term>> terms = new TermDao()
                .ofVideos(
                        handle, bare.stream().map(stored -> stored.video().id()).toList());
        return bare.stream()
                .map(stored -> new StoredVideo(
                        withTerms(
                                stored.video(),
                                terms.getOrDefault(stored.video().id(), List.of())),
                        stored.revision()))
                .toList();
    }

    private static Video video(ResultSet row, List<Term> terms) throws SQLException {
        return new Video(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("site"),
                row.getString("title"),
                row.getString("description"),
                terms,
                row.getBigDecimal("price"),
                row.getObject("duration_seconds", Integer.class),
                instant(row.getObject("released_at", OffsetDateTime.class)),
                row.getObject("rating_average", Double.class),
                row.getObject("rating_count", Integer.class),
                row.getString("thumbnail_url"),
                row.getString("preview_video_url"),
                row.getString("product_url"));
    }

    private static Video withTerms(Video video, List<Term> terms) {
        return new Video(
                video.id(),
                video.source(),
                video.externalId(),
                video.site(),
                video.title(),
                video.description(),
                terms,
                video.price(),
                video.durationSeconds(),
                video.releasedAt(),
                video.ratingAverage(),
                video.ratingCount(),
                video.thumbnailUrl(),
                video.previewVideoUrl(),
                video.productUrl());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
