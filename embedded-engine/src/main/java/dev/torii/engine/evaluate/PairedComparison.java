package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Compares two recommenders on the same users: the differences of each user are resampled, which leaves out what
/// makes users easy or hard for both.
public final class PairedComparison {
    private PairedComparison() {}

    /// Compares on one split.
    ///
    /// @param metric a per-user metric, for example `ndcg@10`
    /// @throws IllegalArgumentException when the outcomes are of different users
    public static PairedDifference of(
            String algorithm,
            RankingOutcome outcome,
            String baseline,
            RankingOutcome baselineOutcome,
            String metric,
            long seed) {
        return of(algorithm, List.of(outcome), baseline, List.of(baselineOutcome), metric, seed);
    }

    /// Compares over folds: `outcomes` and `baselineOutcomes` hold one outcome for each, in the same order.
    public static PairedDifference of(
            String algorithm,
            List<RankingOutcome> outcomes,
            String baseline,
            List<RankingOutcome> baselineOutcomes,
            String metric,
            long seed) {
        if (outcomes.size() != baselineOutcomes.size() || outcomes.isEmpty()) {
            throw new IllegalArgumentException(
                    outcomes.size() + " outcomes against " + baselineOutcomes.size() + " of the baseline");
        }
        List<RankingOutcome> differences = new ArrayList<>();
        long users = 0;
        long better = 0;
        long worse = 0;
        for (int fold = 0; fold < outcomes.size(); fold++) {
            double[] difference = difference(outcomes.get(fold), baselineOutcomes.get(fold), metric);
            for (double value : difference) {
                users++;
                better += value > 0 ? 1 : 0;
                worse += value < 0 ? 1 : 0;
            }
            differences.add(new RankingOutcome(outcomes.get(fold).userKeys(), Map.of(metric, difference), Map.of()));
        }
        UserBootstrap bootstrap = new UserBootstrap(differences, seed);
        double[] resampled = bootstrap.resample(List.of(metric))[0];
        double value = differences.stream()
                .filter(fold -> !fold.userKeys().isEmpty())
                .mapToDouble(fold -> fold.mean(metric))
                .average()
                .orElse(0);
        double pValue = pValue(resampled);
        return new PairedDifference(
                algorithm,
                baseline,
                metric,
                UserBootstrap.interval(value, resampled),
                pValue,
                pValue,
                users,
                better,
                worse);
    }

    private static double[] difference(RankingOutcome outcome, RankingOutcome baseline, String metric) {
        if (!outcome.userKeys().equals(baseline.userKeys())) {
            throw new IllegalArgumentException("the outcomes are of different users");
        }
        double[] left = outcome.values(metric);
        double[] right = baseline.values(metric);
        double[] difference = new double[left.length];
        for (int row = 0; row < difference.length; row++) {
            difference[row] = left[row] - right[row];
        }
        return difference;
    }

    private static double pValue(double[] resampled) {
        int atMost = 0;
        int atLeast = 0;
        for (double value : resampled) {
            atMost += value <= 0 ? 1 : 0;
            atLeast += value >= 0 ? 1 : 0;
        }
        return Math.min(1, 2.0 * (Math.min(atMost, atLeast) + 1) / (resampled.length + 1));
    }
}
