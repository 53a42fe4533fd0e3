package dev.torii.models.evaluate;

import java.util.List;

/// The table of an offline evaluation. Always full ranking: every item of the training set that the user has not
/// seen there.
///
/// @param data what was read, for people
/// @param folds how many splits were averaged
/// @param splits figures of each of them
/// @param results in the order in which the algorithms were asked for
/// @param comparisons the best algorithm by nDCG@10 against each of the others; empty with a single algorithm
public record EvaluationReport(
        Protocol protocol,
        String data,
        double minRating,
        int folds,
        long seed,
        List<SplitFigures> splits,
        List<AlgorithmResult> results,
        List<PairedDifference> comparisons) {

    public EvaluationReport {
        splits = List.copyOf(splits);
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
    }
}
