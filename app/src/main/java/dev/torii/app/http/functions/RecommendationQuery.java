package dev.torii.app.http.functions;

import dev.torii.app.http.reading.JsonFields;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.recommendation.RecommendationRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a caller asks of the recommender, read from the body, with the aliases of the functions that it replaces.
///
/// @param notApplied names of options that were given and that the recommender does not have; the answer
/// repeats them
record RecommendationQuery(RecommendationRequest request, List<String> notApplied) {
    private static final int MOST = 100;
    private static final int DEFAULT_COUNT = 20;
    private static final int MOST_NAMES = 100;
    private static final int MOST_EXCLUDED = 10_000;
    private static final BigDecimal DEAREST = new BigDecimal("1000000000");

    static RecommendationQuery read(UUID subject, JsonFields body) {
        body.object("context").text("session_id");
        RecommendationRequest request = new RecommendationRequest(
                subject, count(body), AlgorithmChoice.of(body.text("algorithm")), filter(body), explain(body));
        List<String> notApplied = new ArrayList<>();
        if (body.number("diversity_weight", 0, 1).orElse(0.0) > 0) {
            notApplied.add("diversity_weight");
        }
        return new RecommendationQuery(request, List.copyOf(notApplied));
    }

    private static int count(JsonFields body) {
        return firstOf(
                        body.integer("num_recommendations", 1, MOST),
                        body.integer("limit", 1, MOST),
                        body.integer("max_results", 1, MOST))
                .orElse(DEFAULT_COUNT);
    }

    private static boolean explain(JsonFields body) {
        return firstOf(body.flag("include_reasons"), body.flag("include_explanations"))
                .orElse(false);
    }

    private static CatalogFilter filter(JsonFields body) {
        JsonFields filters = body.object("filters");
        return new CatalogFilter(
                filters.texts("genres", MOST_NAMES),
                filters.texts("makers", MOST_NAMES),
                firstOf(filters.flag("exclude_liked"), body.flag("exclude_liked"))
                        .orElse(true),
                filters.uuids("exclude_ids", MOST_EXCLUDED),
                filters.number("min_rating", 0, 5).orElse(null),
                filters.amount("max_price", DEAREST).orElse(null),
                filters.instant("released_after").orElse(null));
    }

    @SafeVarargs
    private static <T> Optional<T> firstOf(Optional<T>... given) {
        for (Optional<T> one : given) {
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }
}
