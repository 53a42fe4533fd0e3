package dev.torii.models.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One video of the catalogue.
///
/// @param id a function of `source` and `externalId` (see [SourceIds])
/// @param source where the row came from: `dmm`, `movielens`, `csv`, `sample`
/// @param site the site at the source (`DMM.com`), the only reliable marker of its kind; null where the source
/// has no sites
/// @param terms genres, maker, performers and the like, in the order of the source
/// @param price in yen; null when unknown
/// @param durationSeconds running time; null when unknown
/// @param ratingAverage 0 to 5; null without reviews
public record Video(
        UUID id,
        String source,
        String externalId,
        @Nullable String site,
        String title,
        @Nullable String description,
        List<Term> terms,
        @Nullable BigDecimal price,
        @Nullable Integer durationSeconds,
        @Nullable Instant releasedAt,
        @Nullable Double ratingAverage,
        @Nullable Integer ratingCount,
        @Nullable String thumbnailUrl,
        @Nullable String previewVideoUrl,
        @Nullable String productUrl) {

    public Video {
        terms = List.copyOf(terms);
    }

    /// The names of the terms of one kind, in the order of the source.
    public List<String> names(TermKind kind) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .map(Term::name)
                .toList();
    }

    public Optional<String> maker() {
        return names(TermKind.MAKER).stream().findFirst();
    }
}
