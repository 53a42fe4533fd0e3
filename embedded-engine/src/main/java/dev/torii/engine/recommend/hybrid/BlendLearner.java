package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.jobs.JobContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Learns the weights of a blend by coordinate ascent on what is wanted itself, the users' mean nDCG (Metzler and
/// Croft, Information Retrieval 2007): no smooth stand-in, and with a handful of parts no need for one.
///
/// It climbs twice, from the best part alone and from the sum of all parts, and keeps the higher end. Half of the
/// objective is nDCG@10 and half nDCG@50: the longer list says nearly the same with less noise.
final class BlendLearner {
    private static final double[] STEPS = {0.5, 0.25, 0.12, 0.06};
    private static final int MOST_ROUNDS = 6;
    /// Relative gain below which a move is taken for noise.
    private static final double LEAST_GAIN = 2e-4;
    private static final int SHORT_LIST = 10;
    private static final int LONG_LIST = 50;

    private final List<BlendExample> examples;
    private final List<BlendPart> parts;
    private final JobContext context;

    BlendLearner(List<BlendExample> examples, List<BlendPart> parts, JobContext context) {
        this.examples = examples;
        this.parts = parts;
        this.context = context;
    }

    /// The weights, scaled so that their absolute values add up to 1.
    Map<BlendPart, Double> learn() {
        double[] best = new double[parts.size()];
        double bestValue = -1;
        for (double[] start : starts()) {
            double[] weights = start.clone();
            double value = climb(weights);
            if (value > bestValue) {
                bestValue = value;
                best = weights;
            }
        }
        double sum = 0;
        for (double weight : best) {
            sum += Math.abs(weight);
        }
        Map<BlendPart, Double> learned = new EnumMap<>(BlendPart.class);
        for (int at = 0; at < best.length; at++) {
            learned.put(parts.get(at), best[at] / sum);
        }
        return learned;
    }

    private List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        double[] all = new double[parts.size()];
        double[] alone = new double[parts.size()];
        double bestValue = -1;
        for (int at = 0; at < all.length; at++) {
            if (parts.get(at).ranksAlone()) {
                all[at] = 1;
                double[] one = new double[parts.size()];
                one[at] = 1;
                double value = objective(one);
                if (value > bestValue) {
                    bestValue = value;
                    alone = one;
                }
            }
        }
        starts.add(alone);
        starts.add(all);
        return starts;
    }

    private double climb(double[] weights) {
        double value = objective(weights);
        for (double step : STEPS) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                double before = value;
                for (int at = 0; at < weights.length; at++) {
                    value = move(weights, at, step, value);
                }
                if (value <= before) {
                    break;
                }
            }
        }
        return value;
    }

    /// Moves one weight up or down if that is a gain.
    ///
    /// @return the value of the weights as they are then
    private double move(double[] weights, int at, double step, double value) {
        context.checkCancelled();
        double present = weights[at];
        for (double tried : new double[] {present + step, present - step}) {
            weights[at] = tried;
            double reached = objective(weights);
            if (reached > value * (1 + LEAST_GAIN)) {
                return reached;
            }
        }
        weights[at] = present;
        return value;
    }

    private double objective(double[] weights) {
        double[] values = new double[examples.size()];
        IntStream.range(0, values.length).parallel().forEach(row -> {
            float[] sums = sums(examples.get(row), parts, weights);
            BlendExample example = examples.get(row);
            values[row] = (example.ndcg(sums, SHORT_LIST) + example.ndcg(sums, LONG_LIST)) / 2;
        });
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / Math.max(1, values.length);
    }

    /// What the weights make of the candidates of one user.
    static float[] sums(BlendExample example, List<BlendPart> parts, double[] weights) {
        float[] sums = new float[example.size()];
        for (int part = 0; part < weights.length; part++) {
            float weight = (float) weights[part];
            float[] scores = example.scores()[parts.get(part).ordinal()];
            for (int at = 0; weight != 0 && at < sums.length; at++) {
                sums[at] += weight * scores[at];
            }
        }
        return sums;
    }
}
