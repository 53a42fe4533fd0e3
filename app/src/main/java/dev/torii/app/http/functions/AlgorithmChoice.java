package dev.torii.app.http.functions;

import dev.torii.app.http.reading.Invalid;
import dev.torii.models.recommendation.Algorithm;
import java.util.Map;
import java.util.Optional;

/// The `algorithm` of a request; `hybrid` when it names none. `enhanced` and `basic` are what callers of the
/// replaced functions say. The answer's `algorithm_used` says who answered.
final class AlgorithmChoice {
    private static final Map<String, Algorithm> NAMES = Map.of(
            "hybrid", Algorithm.HYBRID,
            "enhanced", Algorithm.HYBRID,
            "two_tower", Algorithm.TWO_TOWER,
            "basic", Algorithm.TWO_TOWER,
            "collaborative", Algorithm.COLLABORATIVE,
            "content_based", Algorithm.CONTENT_BASED,
            "popular", Algorithm.POPULAR,
            "item_knn", Algorithm.ITEM_KNN,
            "ease", Algorithm.EASE,
            "ials", Algorithm.IALS);

    private static final String EXPECTED =
            "two_tower, collaborative, content_based, hybrid, popular, item_knn, ease or ials";

    private AlgorithmChoice() {}

    static Algorithm of(Optional<String> asked) {
        return asked.map(name -> Optional.ofNullable(NAMES.get(name))
                        .orElseThrow(() -> Invalid.value("algorithm", '"' + name + '"', EXPECTED)))
                .orElse(Algorithm.HYBRID);
    }
}
