package dev.torii.models.evaluate;

/// How much better one algorithm was than another for the same users.
///
/// @param metric for example `ndcg@10`
/// @param difference mean of algorithm minus mean of baseline, with its interval
/// @param pValue two-sided: how often resampled users turn the sign; never 0, at least 2 / (resamples + 1)
/// @param adjustedPValue the same corrected for the number of comparisons in the report (Holm, 1979)
/// @param users how many users were compared, all folds together
/// @param better for how many of them the algorithm was strictly better
/// @param worse for how many it was strictly worse
public record PairedDifference(
        String algorithm,
        String baseline,
        String metric,
        MetricEstimate difference,
        double pValue,
        double adjustedPValue,
        long users,
        long better,
        long worse) {

    /// The same with another corrected p-value.
    public PairedDifference adjusted(double corrected) {
        return new PairedDifference(algorithm, baseline, metric, difference, pValue, corrected, users, better, worse);
    }
}
