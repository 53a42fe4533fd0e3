package dev.torii.engine.evaluate;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import java.util.List;

/// What seldom differs from one evaluation to the next.
///
/// @param hiddenShare the share of items that the protocol `cold_start` hides, above 0 and below 1
/// @param validation whether the protocol `temporal` splits only what came before its moment: choices that are
/// made on it have not seen the test
/// @param mostUsers how many users are ranked for at most, drawn with the seed
/// @param pairs which algorithms are compared with each other; empty: the best one with each of the others
public record EvaluationOptions(double hiddenShare, boolean validation, int mostUsers, List<Pair> pairs) {
    public static final EvaluationOptions DEFAULT =
            new EvaluationOptions(ColdStartSplit.HIDDEN_SHARE, false, Integer.MAX_VALUE, List.of());

    /// @throws ToriiException INVALID_VALUE for a number out of range
    public EvaluationOptions {
        pairs = List.copyOf(pairs);
        if (!(hiddenShare > 0 && hiddenShare < 1)) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The share of hidden items is " + hiddenShare + ".",
                    "Maybe 0.2: it lies between 0 and 1.");
        }
        if (mostUsers < 1) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE, "At most " + mostUsers + " users would be ranked for.", "Maybe 5000.");
        }
    }

    /// Two algorithms whose difference is tested: `algorithm` minus `baseline`.
    public record Pair(Algorithm algorithm, Algorithm baseline) {}
}
