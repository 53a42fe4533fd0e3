package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Full ranking: for each user, all candidates of the split that the user does not have in training (usually all
/// items that occur there), none sampled away. (Sampled negatives order recommenders wrongly: Krichene and Rendle,
/// KDD 2020.)
///
/// Ranked for are the users with at least one training and at least one relevant item. Memory: a row of scores for
/// each thread and the best of each user, never users by items. Can be used for any number of recommenders.
public final class FullRanking {
    /// The list lengths at which metrics are taken, ascending.
    public static final List<Integer> CUTOFFS = List.of(10, 20);

    /// What the names of metrics among the wider candidates of a split end in.
    public static final String WIDER = ".all_items";

    private final EvaluationSplit split;
    private final int[] users;
    private final ListMeasures measures;

    public FullRanking(EvaluationSplit split) {
        this.split = split;
        this.users = split.rankedUsers();
        this.measures = new ListMeasures(split, users);
    }

    /// How many users are ranked for.
    public int userCount() {
        return users.length;
    }

    /// Ranks for all users on all processors and measures the lists: every [RankingMetric], novelty, popularity,
    /// diversity, coverage and Gini (see [ListMeasures]), at each of [#CUTOFFS].
    public RankingOutcome rank(Ranker ranker, JobContext context) {
        int[][] lists = new int[users.length][];
        int[][] wider = split.widerCandidates() == null ? null : new int[users.length][];
        ParallelLoop.run(users.length, context, () -> worker(ranker, lists, wider));
        Map<String, double[]> perUser = new LinkedHashMap<>();
        Map<String, Double> overLists = new LinkedHashMap<>();
        for (int k : CUTOFFS) {
            measures.accuracy(lists, k, "", perUser);
            measures.beyondAccuracy(lists, k, perUser);
            if (wider != null) {
                measures.accuracy(wider, k, WIDER, perUser);
            }
            ListExposure exposure =
                    new ListExposure(split.candidates().mask(split.training().itemCount()));
            for (int[] list : lists) {
                exposure.add(list, k);
            }
            overLists.put("coverage@" + k, exposure.coverage());
            overLists.put("gini@" + k, exposure.gini());
        }
        List<String> keys =
                Arrays.stream(users).mapToObj(split.training().userKeys()::get).toList();
        return new RankingOutcome(
                keys,
                perUser,
                overLists,
                new RankedLists(lists, split.candidates().size()));
    }

    private IntConsumer worker(Ranker ranker, int[][] lists, int @Nullable [][] wider) {
        InteractionSet training = split.training();
        float[] scores = new float[training.itemCount()];
        TopItems top = new TopItems(CUTOFFS.getLast());
        CandidateItems more = split.widerCandidates();
        float[] compact = new float[Math.max(split.candidates().size(), more == null ? 0 : more.size())];
        return row -> {
            int user = users[row];
            ranker.score(user, scores);
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                scores[training.items()[at]] = Float.NEGATIVE_INFINITY;
            }
            lists[row] = best(split.candidates(), scores, compact, top);
            if (more != null && wider != null) {
                wider[row] = best(more, scores, compact, top);
            }
        };
    }

    private static int[] best(CandidateItems candidates, float[] scores, float[] compact, TopItems top) {
        int[] items = candidates.items();
        for (int at = 0; at < items.length; at++) {
            compact[at] = scores[items[at]];
        }
        int[] list = top.select(compact, items.length);
        for (int rank = 0; rank < list.length; rank++) {
            list[rank] = items[list[rank]];
        }
        return list;
    }
}
