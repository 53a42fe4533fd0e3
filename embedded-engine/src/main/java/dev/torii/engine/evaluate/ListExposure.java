package dev.torii.engine.evaluate;

import java.util.Arrays;

/// How the places of all lists are shared among the items that could have been shown.
final class ListExposure {
    private final boolean[] candidates;
    private final int[] shown;

    /// @param candidates which items could be shown
    ListExposure(boolean[] candidates) {
        this.candidates = candidates;
        this.shown = new int[candidates.length];
    }

    /// Counts the first `k` items of a list.
    void add(int[] list, int k) {
        for (int rank = 0; rank < Math.min(k, list.length); rank++) {
            shown[list[rank]]++;
        }
    }

    /// Share of the candidates that stand in at least one list, 0 to 1.
    double coverage() {
        int covered = 0;
        int total = 0;
        for (int item = 0; item < shown.length; item++) {
            if (candidates[item]) {
                total++;
                covered += shown[item] > 0 ? 1 : 0;
            }
        }
        return total == 0 ? 0 : (double) covered / total;
    }

    /// Gini coefficient of how often each candidate is shown: 0 when all are shown alike, towards 1 when few have
    /// all places. With counts x ascending: sum of (2 i - n - 1) x(i) over n times the sum of x, i from 1.
    double gini() {
        int[] counts = new int[shown.length];
        int total = 0;
        for (int item = 0; item < shown.length; item++) {
            if (candidates[item]) {
                counts[total++] = shown[item];
            }
        }
        counts = Arrays.copyOf(counts, total);
        Arrays.sort(counts);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < total; i++) {
            weighted += (2.0 * (i + 1) - total - 1) * counts[i];
            sum += counts[i];
        }
        return sum == 0 ? 0 : weighted / (total * sum);
    }
}
