package dev.torii.models.recommendation;

import dev.torii.models.catalog.CatalogFilter;
import java.util.UUID;

/// What is asked: the best `count` videos for a user under a filter.
///
/// @param count 1 to 100
/// @param explain whether score parts and reasons are wanted
public record RecommendationRequest(
        UUID userId, int count, Algorithm algorithm, CatalogFilter filter, boolean explain) {}
