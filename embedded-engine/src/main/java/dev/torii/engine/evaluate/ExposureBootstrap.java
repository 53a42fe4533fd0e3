package dev.torii.engine.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Coverage and Gini (see [ListExposure]) over lists of which some count several times and some not at all, as a
/// bootstrap draws them. Items that stand in no list cost nothing.
final class ExposureBootstrap {
    private final int[][][] lists;
    private final int[] shown;
    private final int[] candidates;

    ExposureBootstrap(List<RankedLists> folds) {
        this.lists = new int[folds.size()][][];
        this.shown = new int[folds.size()];
        this.candidates = new int[folds.size()];
        for (int fold = 0; fold < lists.length; fold++) {
            Map<Integer, Integer> numbers = new HashMap<>();
            lists[fold] = Arrays.stream(folds.get(fold).lists())
                    .map(list -> Arrays.stream(list)
                            .map(item -> numbers.computeIfAbsent(item, unseen -> numbers.size()))
                            .toArray())
                    .toArray(int[][]::new);
            shown[fold] = numbers.size();
            candidates[fold] = folds.get(fold).candidates();
        }
    }

    /// The mean over folds of coverage and of Gini at `k`, the list of row `r` of fold `f` counted `weights[f][r]`
    /// times.
    double[] of(int[][] weights, int k) {
        double coverage = 0;
        double gini = 0;
        for (int fold = 0; fold < lists.length; fold++) {
            int[] counts = new int[shown[fold]];
            for (int row = 0; row < lists[fold].length; row++) {
                for (int rank = 0; rank < Math.min(k, lists[fold][row].length); rank++) {
                    counts[lists[fold][row][rank]] += weights[fold][row];
                }
            }
            Arrays.sort(counts);
            coverage += candidates[fold] == 0
                    ? 0
                    : (double) Arrays.stream(counts).filter(count -> count > 0).count() / candidates[fold];
            gini += gini(counts, candidates[fold]);
        }
        return new double[] {coverage / lists.length, gini / lists.length};
    }

    /// @param counts ascending, of those that are shown; the other candidates have 0
    private static double gini(int[] counts, int candidates) {
        double weighted = 0;
        double sum = 0;
        int zeros = candidates - counts.length;
        for (int i = 0; i < counts.length; i++) {
            weighted += (2.0 * (zeros + i + 1) - candidates - 1) * counts[i];
            sum += counts[i];
        }
        return sum == 0 ? 0 : weighted / (candidates * sum);
    }
}
