package dev.torii.engine.recommend.retrieval;

import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What filters need to know of one video.
///
/// @param genres in the order of the source; rows are laid out by the first one
/// @param rating 0 to 5; null without reviews
/// @param price in yen; null when unknown
public record RowFacts(
        UUID id,
        List<String> genres,
        List<String> makers,
        @Nullable Double rating,
        @Nullable BigDecimal price,
        @Nullable Instant releasedAt) {

    public RowFacts {
        genres = List.copyOf(genres);
        makers = List.copyOf(makers);
    }

    public static RowFacts of(Video video) {
        return new RowFacts(
                video.id(),
                video.names(TermKind.GENRE),
                video.names(TermKind.MAKER),
                video.ratingAverage(),
                video.price(),
                video.releasedAt());
    }
}
