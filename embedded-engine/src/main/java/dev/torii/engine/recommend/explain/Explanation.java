package dev.torii.engine.recommend.explain;

import dev.torii.models.recommendation.Cause;
import java.util.List;

/// Why one video was recommended.
///
/// @param causes the liked videos nearest to it, nearest first; 1 to 3, none when no liked video has a vector
/// @param sharedTerms names that it shares with its causes: genres, makers, performers, series, directors
public record Explanation(List<Cause> causes, List<String> sharedTerms) {
    public static final Explanation NONE = new Explanation(List.of(), List.of());

    public Explanation {
        causes = List.copyOf(causes);
        sharedTerms = List.copyOf(sharedTerms);
    }
}
