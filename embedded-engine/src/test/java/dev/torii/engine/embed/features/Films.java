package dev.torii.engine.embed.features;

import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Videos written by hand.
public final class Films {
    private Films() {}

    /// A video without any numbers.
    public static Video plain(String key, String title, String... genres) {
        return film(key, title, null, null, null, null, genres);
    }

    /// A video with the given numbers; null is unknown.
    static Video film(
            String key,
            String title,
            @Nullable Integer seconds,
            @Nullable Integer price,
            @Nullable Instant releasedAt,
            @Nullable Integer ratings,
            String... genres) {
        List<Term> terms = Arrays.stream(genres)
                .map(genre -> Term.named(TermKind.GENRE, genre))
                .toList();
        return new Video(
                SourceIds.video("test", key),
                "test",
                key,
                null,
                title,
                null,
                terms,
                price == null ? null : BigDecimal.valueOf(price),
                seconds,
                releasedAt,
                null,
                ratings,
                null,
                null,
                null);
    }
}
