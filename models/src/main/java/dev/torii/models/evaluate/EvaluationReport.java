package dev.torii.models.evaluate;

import java.time.Instant;
import java.util.List;

/// The table of an offline evaluation. Always full ranking: every item of the training set that the user has not
/// seen there (with hidden items, all of these).
///
/// @param id under which the report is kept; empty while it is not
/// @param data what was read, for people
/// @param folds how many splits were averaged
/// @param splits figures of each of them
/// @param results in the order in which the algorithms were asked for
/// @param comparisons the pairs that were asked for, else the best algorithm by nDCG@10 against each of the others;
/// empty with a single algorithm
/// @param segments the same on parts of the users and items
public record EvaluationReport(
        String id,
        Instant createdAt,
        Protocol protocol,
        String data,
        double minRating,
        int folds,
        long seed,
        List<SplitFigures> splits,
        List<AlgorithmResult> results,
        List<PairedDifference> comparisons,
        List<SegmentResult> segments) {

    public EvaluationReport {
        splits = List.copyOf(splits);
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
        segments = List.copyOf(segments);
    }

    /// The same report under an id.
    public EvaluationReport kept(String newId) {
        return new EvaluationReport(
                newId, createdAt, protocol, data, minRating, folds, seed, splits, results, comparisons, segments);
    }
}
