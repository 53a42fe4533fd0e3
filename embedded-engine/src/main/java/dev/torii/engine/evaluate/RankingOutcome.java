package dev.torii.engine.evaluate;

import java.util.List;
import java.util.Map;

/// The lists of one recommender on one split, measured.
///
/// @param userKeys the users ranked for
/// @param perUser metric name (`ndcg@10`) to the value of each user, in the order of `userKeys`
/// @param overLists metric name (`coverage@10`) to its one value over all lists together
public record RankingOutcome(List<String> userKeys, Map<String, double[]> perUser, Map<String, Double> overLists) {

    /// The mean over users of a per-user metric.
    ///
    /// @throws IllegalArgumentException when there is no such metric
    public double mean(String metric) {
        double[] values = perUser.get(metric);
        if (values == null) {
            throw new IllegalArgumentException("no metric " + metric + " among " + perUser.keySet());
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
