package dev.torii.app.http.functions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer of the recommendations function.
///
/// @param totalCount length of `recommendations`
record RecommendationsAnswer(boolean success, List<Item> recommendations, int totalCount, Metadata metadata) {

    /// @param reason a sentence; absent when no reasons were asked for
    /// @param parts the addends of the score by name; absent when no reasons were asked for
    record Item(
            UUID id,
            String externalId,
            String title,
            @Nullable String thumbnailUrl,
            @Nullable String previewVideoUrl,
            @Nullable String productUrl,
            @Nullable String maker,
            List<String> genre,
            List<String> performers,
            List<String> tags,
            @Nullable BigDecimal price,
            int rank,
            double score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Double> parts) {}

    /// @param algorithmUsed the one that answered, whichever was asked for
    /// @param modelVersion null when no model had a part in the answer
    /// @param coldStart true when there was no history to go by, and the popular videos answered
    /// @param degraded true when another algorithm answered because a model could not; absent otherwise
    /// @param fallback true when the linear model stands in because no towers can be loaded; absent otherwise
    /// @param notApplied options of the request that had no effect; absent when all had
    record Metadata(
            String algorithmUsed,
            long responseTimeMs,
            boolean cacheHit,
            @Nullable String modelVersion,
            boolean coldStart,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean degraded,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean fallback,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notApplied,
            String requestId) {}

    static RecommendationsAnswer of(RecommendationList list, RecommendationQuery query, String requestId) {
        boolean explain = query.request().explain();
        List<Item> items = list.items().stream()
                .map(item -> item(item, explain, list.algorithm()))
                .toList();
        Metadata metadata = new Metadata(
                list.algorithm().wireName(),
                list.elapsed().toMillis(),
                false,
                list.modelVersion().isEmpty() ? null : list.modelVersion(),
                list.coldStart(),
                !list.degraded().isEmpty(),
                list.algorithm() == Algorithm.LINEAR && !list.degraded().isEmpty(),
                query.notApplied(),
                requestId);
        return new RecommendationsAnswer(true, items, items.size(), metadata);
    }

    private static Item item(Recommendation of, boolean explain, Algorithm answered) {
        Video video = of.video();
        return new Item(
                video.id(),
                video.externalId(),
                video.title(),
                video.thumbnailUrl(),
                video.previewVideoUrl(),
                video.productUrl(),
                video.maker().orElse(null),
                video.names(TermKind.GENRE),
                video.names(TermKind.PERFORMER),
                video.names(TermKind.TAG),
                video.price(),
                of.rank(),
                of.score(),
                explain ? ReasonSentence.of(of, answered) : null,
                explain ? parts(of) : null);
    }

    private static Map<String, Double> parts(Recommendation of) {
        Map<String, Double> parts = new LinkedHashMap<>();
        of.parts().forEach(part -> parts.merge(part.name(), part.value(), Double::sum));
        return parts;
    }
}
