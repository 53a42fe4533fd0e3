package dev.torii.models.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which videos may be answered. Filters are exact: nothing that they exclude ever appears.
///
/// @param genres a video needs one of them (empty: any)
/// @param makers a video needs one of them (empty: any)
/// @param excludeLiked leave out what the user liked or skipped
/// @param minRating 0 to 5; videos without a rating are left out when set
/// @param maxPrice in yen; videos without a price are left out when set
public record CatalogFilter(
        List<String> genres,
        List<String> makers,
        boolean excludeLiked,
        Set<UUID> excludeIds,
        @Nullable Double minRating,
        @Nullable BigDecimal maxPrice,
        @Nullable Instant releasedAfter) {

    /// No condition but that liked and skipped videos stay out.
    public static final CatalogFilter DEFAULT =
            new CatalogFilter(List.of(), List.of(), true, Set.of(), null, null, null);

    public CatalogFilter {
        genres = List.copyOf(genres);
        makers = List.copyOf(makers);
        excludeIds = Set.copyOf(excludeIds);
    }
}
