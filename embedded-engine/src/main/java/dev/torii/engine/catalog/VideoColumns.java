package dev.torii.engine.catalog;

import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// A batch of videos turned into one array a column, which is how a batch travels in one statement.
final class VideoColumns {
    private static final long MICROS = 1_000_000L;

    private final List<Video> videos;

    VideoColumns(List<Video> videos) {
        this.videos = videos;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        for (Map.Entry<String, Function<Video, @Nullable String>> text : texts().entrySet()) {
            statement.bindArray(text.getKey(), String.class, column(text.getValue()));
        }
        return statement
                .bindArray("id", UUID.class, column(Video::id))
                .bindArray("price", BigDecimal.class, column(Video::price))
                .bindArray("duration", Integer.class, column(Video::durationSeconds))
                .bindArray("released", Long.class, column(video -> micros(video.releasedAt())))
                .bindArray("rating", Double.class, column(Video::ratingAverage))
                .bindArray("ratings", Integer.class, column(Video::ratingCount));
    }

    private static Map<String, Function<Video, @Nullable String>> texts() {
        return Map.ofEntries(
                Map.entry("source", Video::source),
                Map.entry("site", Video::site),
                Map.entry("external", Video::externalId),
                Map.entry("title", Video::title),
                Map.entry("search", video -> SearchText.normalise(video.title())),
                Map.entry("description", Video::description),
                Map.entry("thumbnail", Video::thumbnailUrl),
                Map.entry("preview", Video::previewVideoUrl),
                Map.entry("product", Video::productUrl),
                Map.entry("fingerprint", VideoFingerprint::of));
    }

    private <T extends @Nullable Object> List<T> column(Function<Video, T> value) {
        List<T> column = new ArrayList<>(videos.size());
        for (Video video : videos) {
            column.add(value.apply(video));
        }
        return column;
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null
                ? null
                : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000L);
    }
}
