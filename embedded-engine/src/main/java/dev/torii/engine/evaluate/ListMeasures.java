package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.Map;

/// Measures ranked lists user by user.
///
/// Beside the accuracy of [RankingMetric]: novelty, the mean over the list of the self-information -log2(share of
/// training users who have the item) in bits, an item that nobody has counted as if one had it; popularity, the
/// mean over the list of that share; diversity (see [ItemGenres#diversity]), where items have genres.
final class ListMeasures {
    private final EvaluationSplit split;
    private final int[] users;
    private final double[] share;
    private final ItemGenres genres;

    ListMeasures(EvaluationSplit split, int[] users) {
        this.split = split;
        this.users = users;
        this.genres = ItemGenres.of(split.training().videos());
        int[] counts = split.training().itemCounts();
        double trainingUsers = trainingUsers(split.training());
        this.share = new double[counts.length];
        for (int item = 0; item < counts.length; item++) {
            share[item] = Math.max(1, counts[item]) / trainingUsers;
        }
    }

    /// Adds every [RankingMetric] at `k`, its name ending in `suffix`.
    void accuracy(int[][] lists, int k, String suffix, Map<String, double[]> perUser) {
        RankingMetric[] metrics = RankingMetric.values();
        double[][] values = new double[metrics.length][lists.length];
        for (int row = 0; row < lists.length; row++) {
            int[] relevant = relevant(split, users[row]);
            boolean[] hits = hits(lists[row], relevant, k);
            for (int metric = 0; metric < metrics.length; metric++) {
                values[metric][row] = metrics[metric].of(hits, relevant.length, k);
            }
        }
        for (int metric = 0; metric < metrics.length; metric++) {
            perUser.put(metrics[metric].at(k) + suffix, values[metric]);
        }
    }

    /// Adds novelty, popularity and diversity at `k`.
    void beyondAccuracy(int[][] lists, int k, Map<String, double[]> perUser) {
        double[] novelty = new double[lists.length];
        double[] popularity = new double[lists.length];
        double[] diversity = new double[lists.length];
        for (int row = 0; row < lists.length; row++) {
            int length = Math.min(k, lists[row].length);
            for (int rank = 0; rank < length; rank++) {
                double held = share[lists[row][rank]];
                novelty[row] -= Math.log(held) / Math.log(2) / length;
                popularity[row] += held / length;
            }
            diversity[row] = genres.diversity(lists[row], k);
        }
        perUser.put("novelty@" + k, novelty);
        perUser.put("popularity@" + k, popularity);
        if (!genres.isEmpty()) {
            perUser.put("diversity@" + k, diversity);
        }
    }

    /// The relevant items of a user, ascending.
    static int[] relevant(EvaluationSplit split, int user) {
        int[] relevant = Arrays.copyOfRange(
                split.relevantItems(), split.relevantStarts()[user], split.relevantStarts()[user + 1]);
        Arrays.sort(relevant);
        return relevant;
    }

    /// Which of the first `k` items are among `relevant`, which ascend.
    static boolean[] hits(int[] list, int[] relevant, int k) {
        boolean[] hits = new boolean[Math.min(k, list.length)];
        for (int rank = 0; rank < hits.length; rank++) {
            hits[rank] = Arrays.binarySearch(relevant, list[rank]) >= 0;
        }
        return hits;
    }

    private static int trainingUsers(InteractionSet training) {
        int count = 0;
        for (int user = 0; user < training.userCount(); user++) {
            count += training.rowStarts()[user + 1] > training.rowStarts()[user] ? 1 : 0;
        }
        return Math.max(1, count);
    }
}
