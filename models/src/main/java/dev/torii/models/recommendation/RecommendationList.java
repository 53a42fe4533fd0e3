package dev.torii.models.recommendation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// The answer to a [RecommendationRequest].
///
/// @param algorithm the one that answered
/// @param coldStart true when the user has no history and the popular videos answered
/// @param degraded why the popular videos answered in place of what was asked for (nothing encoded yet, a damaged
/// model); empty when nothing is wrong
/// @param eligible how many videos passed the filter and the exclusions
/// @param excluded how many videos the user's likes, skips and excluded ids removed
public record RecommendationList(
        UUID userId,
        Algorithm algorithm,
        String modelVersion,
        boolean coldStart,
        String degraded,
        long eligible,
        long excluded,
        Duration elapsed,
        List<Recommendation> items) {

    public RecommendationList {
        items = List.copyOf(items);
    }
}
