package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.jobs.JobContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Learns the weights of a blend by the likelihood of what users went on to like, in a softmax over their
/// candidates (Cao et al., "Learning to rank: from pairwise approach to listwise approach", ICML 2007), drawn
/// towards weights that held on other data: a few hundred users teach small corrections, and no more.
///
/// The loss is convex; Newton's method finds its one minimum.
final class BlendLearner {
    /// Weights to start from and to stay near; chosen on held-out parts of training files
    /// (docs/decisions/hybrid.md).
    static final Map<BlendPart, Double> PRIOR = Map.of(
            BlendPart.TWO_TOWER, 0.4,
            BlendPart.IALS, 0.4,
            BlendPart.EASE, 0.2,
            BlendPart.ITEM_KNN, 0.06,
            BlendPart.POPULARITY, 0.1,
            BlendPart.RECENCY, 0.1);

    private static final int MOST_STEPS = 25;
    private static final double SMALL_STEP = 1e-6;

    private final List<BlendExample> examples;
    private final BlendPart[] parts;
    private final double ridge;
    private final JobContext context;

    /// @param ridge how strongly weights are drawn to the prior, above 0
    BlendLearner(List<BlendExample> examples, List<BlendPart> parts, double ridge, JobContext context) {
        this.examples = examples;
        this.parts = parts.toArray(BlendPart[]::new);
        this.ridge = ridge;
        this.context = context;
    }

    Map<BlendPart, Double> learn() {
        double[] weights = new double[parts.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = PRIOR.getOrDefault(parts[at], 0.0);
        }
        double[] prior = weights.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            context.checkCancelled();
            Curvature sum = sum(weights);
            double[] move = sum.newtonStep(weights, prior, ridge);
            double size = 0;
            for (int at = 0; at < weights.length; at++) {
                weights[at] -= move[at];
                size = Math.max(size, Math.abs(move[at]));
            }
            if (size < SMALL_STEP) {
                break;
            }
        }
        Map<BlendPart, Double> learned = new EnumMap<>(BlendPart.class);
        for (int at = 0; at < weights.length; at++) {
            learned.put(parts[at], weights[at]);
        }
        return learned;
    }

    /// Gradient and second derivatives over all users, summed in a fixed order.
    private Curvature sum(double[] weights) {
        Curvature[] each = new Curvature[examples.size()];
        IntStream.range(0, each.length)
                .parallel()
                .forEach(row -> each[row] = Curvature.of(examples.get(row), parts, weights));
        Curvature sum = new Curvature(parts.length);
        for (Curvature one : each) {
            sum.add(one);
        }
        return sum;
    }

    /// What the weights make of the candidates of one user.
    static float[] sums(BlendExample example, Map<BlendPart, Double> weights) {
        float[] sums = new float[example.size()];
        weights.forEach((part, weight) -> {
            float[] scores = example.scores()[part.ordinal()];
            for (int at = 0; at < sums.length; at++) {
                sums[at] += (float) (weight * scores[at]);
            }
        });
        return sums;
    }
}
