package dev.torii.models.evaluate;

import java.util.List;

/// The table of an offline evaluation. Always full ranking: every item of the training set that the user has not seen
/// there.
public record EvaluationReport(
        Protocol protocol, String data, double minRating, int folds, long seed, List<AlgorithmResult> results) {

    public EvaluationReport {
        results = List.copyOf(results);
    }
}
