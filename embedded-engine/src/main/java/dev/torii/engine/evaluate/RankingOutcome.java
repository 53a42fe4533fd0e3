package dev.torii.engine.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lists of one recommender on one split, measured.
///
/// @param userKeys the users ranked for
/// @param perUser metric name (`ndcg@10`) to the value of each user, in the order of `userKeys`
/// @param overLists metric name (`coverage@10`) to its one value over all lists together
/// @param lists the lists themselves; null where the values were not taken from lists
public record RankingOutcome(
        List<String> userKeys,
        Map<String, double[]> perUser,
        Map<String, Double> overLists,
        @Nullable RankedLists lists) {

    /// Values alone.
    public RankingOutcome(List<String> userKeys, Map<String, double[]> perUser, Map<String, Double> overLists) {
        this(userKeys, perUser, overLists, null);
    }

    /// A per-user metric, in the order of `userKeys`.
    ///
    /// @throws IllegalArgumentException when there is no such metric
    public double[] values(String metric) {
        double[] values = perUser.get(metric);
        if (values == null) {
            throw new IllegalArgumentException("no metric " + metric + " among " + perUser.keySet());
        }
        return values;
    }

    /// The mean over users of a per-user metric; 0 without users.
    ///
    /// @throws IllegalArgumentException when there is no such metric
    public double mean(String metric) {
        return Arrays.stream(values(metric)).average().orElse(0);
    }
}
