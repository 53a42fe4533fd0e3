package dev.torii.engine.recommend.hybrid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// How well the candidates of each user were ranked.
///
/// @param first nDCG@10 of each example: what is reported
/// @param decisive the mean of nDCG@10 and nDCG@50: what is compared, for it tells two rankers apart with less
/// noise
record Judgement(double[] first, double[] decisive) {
    private static final int SHORT_LIST = 10;
    private static final int LONG_LIST = 50;

    /// @param weights of each example, by its number
    static Judgement of(List<BlendExample> examples, IntFunction<Map<BlendPart, Double>> weights) {
        double[] first = new double[examples.size()];
        double[] decisive = new double[examples.size()];
        for (int row = 0; row < first.length; row++) {
            BlendExample example = examples.get(row);
            float[] sums = BlendLearner.sums(example, weights.apply(row));
            first[row] = example.ndcg(sums, SHORT_LIST);
            decisive[row] = (first[row] + example.ndcg(sums, LONG_LIST)) / 2;
        }
        return new Judgement(first, decisive);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
