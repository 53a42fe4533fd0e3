package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// Full ranking: for each user, all items that occur in training and that the user does not have there, none
/// sampled away. (Sampled negatives order recommenders wrongly: Krichene and Rendle, KDD 2020.)
///
/// Ranked for are the users with at least one training and at least one relevant item.
public final class FullRanking {
    /// The list lengths at which metrics are taken, ascending.
    public static final List<Integer> CUTOFFS = List.of(10, 20);

    private final EvaluationSplit split;
    private final InteractionSet training;
    private final int[] users;
    private final boolean[] candidates;
    private final double[] selfInformation;

    public FullRanking(EvaluationSplit split) {
        this.split = split;
        this.training = split.training();
        this.users = split.rankedUsers();
        int[] counts = training.itemCounts();
        this.candidates = new boolean[counts.length];
        this.selfInformation = new double[counts.length];
        double trainingUsers = trainingUsers();
        for (int item = 0; item < counts.length; item++) {
            candidates[item] = counts[item] > 0;
            selfInformation[item] = counts[item] > 0 ? Math.log(trainingUsers / counts[item]) / Math.log(2) : 0;
        }
    }

    /// How many users are ranked for.
    public int userCount() {
        return users.length;
    }

    /// Ranks for all users on all processors and measures the lists: every [RankingMetric], novelty (mean over
    /// the list of the self-information -log2(share of training users who have the item), in bits), coverage and
    /// Gini, at each of [#CUTOFFS].
    public RankingOutcome rank(Ranker ranker, JobContext context) {
        int longest = CUTOFFS.getLast();
        int[][] lists = new int[users.length][];
        ParallelLoop.run(users.length, context, () -> worker(ranker, longest, lists));
        Map<String, double[]> perUser = new LinkedHashMap<>();
        Map<String, Double> overLists = new LinkedHashMap<>();
        for (int k : CUTOFFS) {
            measure(lists, k, perUser);
            ListExposure exposure = new ListExposure(candidates);
            for (int[] list : lists) {
                exposure.add(list, k);
            }
            overLists.put("coverage@" + k, exposure.coverage());
            overLists.put("gini@" + k, exposure.gini());
        }
        List<String> keys =
                Arrays.stream(users).mapToObj(training.userKeys()::get).toList();
        return new RankingOutcome(keys, perUser, overLists);
    }

    private int trainingUsers() {
        int count = 0;
        for (int user = 0; user < training.userCount(); user++) {
            count += training.rowStarts()[user + 1] > training.rowStarts()[user] ? 1 : 0;
        }
        return count;
    }

    private IntConsumer worker(Ranker ranker, int longest, int[][] lists) {
        float[] scores = new float[training.itemCount()];
        TopItems top = new TopItems(longest);
        return row -> {
            int user = users[row];
            ranker.score(user, scores);
            for (int item = 0; item < scores.length; item++) {
                if (!candidates[item]) {
                    scores[item] = Float.NEGATIVE_INFINITY;
                }
            }
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                scores[training.items()[at]] = Float.NEGATIVE_INFINITY;
            }
            lists[row] = top.select(scores);
        };
    }

    private void measure(int[][] lists, int k, Map<String, double[]> perUser) {
        RankingMetric[] metrics = RankingMetric.values();
        double[][] values = new double[metrics.length][lists.length];
        double[] novelty = new double[lists.length];
        for (int row = 0; row < lists.length; row++) {
            int from = split.relevantStarts()[users[row]];
            int to = split.relevantStarts()[users[row] + 1];
            int[] relevant = Arrays.copyOfRange(split.relevantItems(), from, to);
            Arrays.sort(relevant);
            int[] list = lists[row];
            boolean[] hits = new boolean[Math.min(k, list.length)];
            for (int rank = 0; rank < hits.length; rank++) {
                hits[rank] = Arrays.binarySearch(relevant, list[rank]) >= 0;
                novelty[row] += selfInformation[list[rank]] / hits.length;
            }
            for (int metric = 0; metric < metrics.length; metric++) {
                values[metric][row] = metrics[metric].of(hits, relevant.length, k);
            }
        }
        for (int metric = 0; metric < metrics.length; metric++) {
            perUser.put(metrics[metric].at(k), values[metric]);
        }
        perUser.put("novelty@" + k, novelty);
    }
}
