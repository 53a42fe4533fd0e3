package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.jobs.JobContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What each half of the users teaches, judged on the other half.
///
/// @param taught by the users of even and of odd number
/// @param judged each example under what the other half taught
record CrossFit(List<Map<BlendPart, Double>> taught, Judgement judged) {

    /// The weights of a blend.
    static CrossFit ofBlend(List<BlendExample> examples, List<BlendPart> parts, double ridge, JobContext context) {
        return of(examples, half -> new BlendLearner(half, parts, ridge, context).learn());
    }

    /// The part that ranks best alone. It is chosen on other users than it is judged on, as weights are: the best
    /// of several on the same users would owe a part of its lead to chance.
    static CrossFit ofBestPart(List<BlendExample> examples, List<BlendPart> parts) {
        return of(examples, half -> Map.of(bestPart(half, parts), 1.0));
    }

    private static CrossFit of(
            List<BlendExample> examples, Function<List<BlendExample>, Map<BlendPart, Double>> teach) {
        List<Map<BlendPart, Double>> taught = List.of(teach.apply(half(examples, 0)), teach.apply(half(examples, 1)));
        return new CrossFit(taught, Judgement.of(examples, row -> taught.get(1 - row % 2)));
    }

    static BlendPart bestPart(List<BlendExample> examples, List<BlendPart> parts) {
        BlendPart best = parts.getFirst();
        double bestValue = -1;
        for (BlendPart part : parts) {
            if (part.ranksAlone()) {
                Map<BlendPart, Double> alone = Map.of(part, 1.0);
                double value =
                        Judgement.mean(Judgement.of(examples, row -> alone).decisive());
                if (value > bestValue) {
                    bestValue = value;
                    best = part;
                }
            }
        }
        return best;
    }

    private static List<BlendExample> half(List<BlendExample> examples, int remainder) {
        List<BlendExample> half = new ArrayList<>();
        for (int row = remainder; row < examples.size(); row += 2) {
            half.add(examples.get(row));
        }
        return half;
    }

    /// The mean of what both halves taught.
    Map<BlendPart, Double> weights() {
        Map<BlendPart, Double> mean = new EnumMap<>(BlendPart.class);
        for (Map<BlendPart, Double> one : taught) {
            one.forEach((part, weight) -> {
                if (weight != 0) {
                    mean.merge(part, weight / taught.size(), Double::sum);
                }
            });
        }
        return mean;
    }

    /// Whether it is better for the same users by more than two standard errors.
    boolean clearlyBeats(CrossFit other) {
        double[] mine = judged.decisive();
        double[] others = other.judged.decisive();
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < mine.length; row++) {
            double difference = mine[row] - others[row];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / mine.length;
        double variance = squares / mine.length - mean * mean;
        return mean > 2 * Math.sqrt(Math.max(0, variance) / mine.length);
    }
}
