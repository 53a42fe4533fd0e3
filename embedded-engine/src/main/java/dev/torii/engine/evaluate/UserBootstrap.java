package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.MetricEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Means over users with percentile intervals by bootstrap (Efron and Tibshirani, 1993). What is drawn with
/// replacement is the user: one who occurs in several folds is drawn with all of them, since those values are not
/// independent. The statistic is the mean over folds of the mean over the users of the fold.
///
/// Coverage and Gini belong to all lists together. A resample shows fewer different lists than there are and so
/// covers less whatever the recommender: their intervals are the spread of the resamples, moved to the value.
final class UserBootstrap {
    static final int RESAMPLES = 1000;
    private static final int EXPOSURE_RESAMPLES = 200;
    private static final double TAIL = 0.025;

    private final List<RankingOutcome> folds;
    private final int[][] unitOf;
    private final int units;
    private final long seed;

    /// @param folds outcomes of one recommender, each with the same metrics
    UserBootstrap(List<RankingOutcome> folds, long seed) {
        this.folds = List.copyOf(folds);
        this.seed = seed;
        Map<String, Integer> numbers = new HashMap<>();
        this.unitOf = new int[folds.size()][];
        for (int fold = 0; fold < unitOf.length; fold++) {
            unitOf[fold] = folds.get(fold).userKeys().stream()
                    .mapToInt(key -> numbers.computeIfAbsent(key, unseen -> numbers.size()))
                    .toArray();
        }
        this.units = numbers.size();
    }

    /// All metrics of the outcomes: those of users with intervals, then those over lists without.
    Map<String, MetricEstimate> estimates() {
        List<String> names = new ArrayList<>(folds.getFirst().perUser().keySet());
        double[][] resampled = resample(names);
        Map<String, MetricEstimate> estimates = new LinkedHashMap<>();
        for (int metric = 0; metric < names.size(); metric++) {
            String name = names.get(metric);
            double value = folds.stream()
                    .filter(fold -> !fold.userKeys().isEmpty())
                    .mapToDouble(fold -> fold.mean(name))
                    .average()
                    .orElse(0);
            estimates.put(name, interval(value, resampled[metric]));
        }
        for (String name : folds.getFirst().overLists().keySet()) {
            double value = folds.stream()
                    .mapToDouble(fold -> fold.overLists().getOrDefault(name, 0.0))
                    .average()
                    .orElse(0);
            estimates.put(name, MetricEstimate.exact(value));
        }
        List<RankedLists> lists = folds.stream()
                .map(RankingOutcome::lists)
                .filter(Objects::nonNull)
                .toList();
        if (lists.size() == folds.size() && units > 0) {
            exposureIntervals(new ExposureBootstrap(lists), estimates);
        }
        return estimates;
    }

    private void exposureIntervals(ExposureBootstrap exposure, Map<String, MetricEstimate> estimates) {
        for (int k : FullRanking.CUTOFFS) {
            double[][] statistics = new double[2][EXPOSURE_RESAMPLES];
            IntStream.range(0, EXPOSURE_RESAMPLES).parallel().forEach(draw -> {
                double[] drawn = exposure.of(rowWeights(draw(draw)), k);
                statistics[0][draw] = drawn[0];
                statistics[1][draw] = drawn[1];
            });
            estimates.computeIfPresent("coverage@" + k, (name, exact) -> moved(exact.value(), statistics[0]));
            estimates.computeIfPresent("gini@" + k, (name, exact) -> moved(exact.value(), statistics[1]));
        }
    }

    private int[][] rowWeights(int[] weights) {
        int[][] rows = new int[unitOf.length][];
        for (int fold = 0; fold < rows.length; fold++) {
            rows[fold] = Arrays.stream(unitOf[fold]).map(unit -> weights[unit]).toArray();
        }
        return rows;
    }

    private static MetricEstimate moved(double value, double[] statistics) {
        double shift = value - Arrays.stream(statistics).average().orElse(value);
        return interval(
                value,
                Arrays.stream(statistics).map(each -> each + shift).sorted().toArray());
    }

    /// The statistic of each metric in each resample, ascending: `[metric][resample]`.
    double[][] resample(List<String> names) {
        double[][][] values = new double[names.size()][folds.size()][];
        for (int metric = 0; metric < values.length; metric++) {
            for (int fold = 0; fold < unitOf.length; fold++) {
                values[metric][fold] = folds.get(fold).values(names.get(metric));
            }
        }
        double[][] statistics = new double[names.size()][RESAMPLES];
        IntStream.range(0, RESAMPLES).parallel().forEach(draw -> {
            int[] weights = draw(draw);
            for (int metric = 0; metric < values.length; metric++) {
                statistics[metric][draw] = statistic(values[metric], weights);
            }
        });
        for (double[] statistic : statistics) {
            Arrays.sort(statistic);
        }
        return statistics;
    }

    static MetricEstimate interval(double value, double[] ascending) {
        int low = (int) Math.floor(TAIL * (ascending.length - 1));
        return new MetricEstimate(value, ascending[low], ascending[ascending.length - 1 - low]);
    }

    private int[] draw(int number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        int[] weights = new int[units];
        for (int i = 0; i < units; i++) {
            weights[random.nextInt(units)]++;
        }
        return weights;
    }

    private double statistic(double[][] values, int[] weights) {
        double sumOfMeans = 0;
        int counted = 0;
        for (int fold = 0; fold < values.length; fold++) {
            double sum = 0;
            long drawn = 0;
            int[] units = unitOf[fold];
            for (int row = 0; row < units.length; row++) {
                int weight = weights[units[row]];
                sum += weight * values[fold][row];
                drawn += weight;
            }
            if (drawn > 0) {
                sumOfMeans += sum / drawn;
                counted++;
            }
        }
        return counted == 0 ? 0 : sumOfMeans / counted;
    }
}
