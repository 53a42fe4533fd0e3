package dev.torii.app.http.functions;

import dev.torii.app.http.reading.Invalid;
import dev.torii.models.recommendation.Algorithm;
import java.util.Map;
import java.util.Optional;

/// The `algorithm` of a request, and the one that serves it. The towers serve what callers of the replaced
/// functions ask for by other names; the answer's `algorithm_used` says who answered.
final class AlgorithmChoice {
    private static final Map<String, Algorithm> SERVED_BY = Map.of(
            "two_tower", Algorithm.TWO_TOWER,
            "hybrid", Algorithm.TWO_TOWER,
            "enhanced", Algorithm.TWO_TOWER,
            "basic", Algorithm.TWO_TOWER);

    private static final String EXPECTED = "two_tower or hybrid";

    private AlgorithmChoice() {}

    static Algorithm of(Optional<String> asked) {
        return asked.map(name -> Optional.ofNullable(SERVED_BY.get(name))
                        .orElseThrow(() -> Invalid.value("algorithm", '"' + name + '"', EXPECTED)))
                .orElse(Algorithm.TWO_TOWER);
    }
}
