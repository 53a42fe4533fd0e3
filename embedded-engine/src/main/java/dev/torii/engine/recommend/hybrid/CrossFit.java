package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.jobs.JobContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Weights learned on each half of the users and judged on the other.
///
/// @param judged nDCG@10 of each example under the weights that did not see it
/// @param weights the mean of both halves'
record CrossFit(double[] judged, Map<BlendPart, Double> weights) {

    CrossFit(List<BlendExample> examples, List<BlendPart> parts, double ridge, JobContext context) {
        this(examples, half(examples, parts, 0, ridge, context), half(examples, parts, 1, ridge, context));
    }

    private CrossFit(List<BlendExample> examples, Map<BlendPart, Double> ofEven, Map<BlendPart, Double> ofOdd) {
        this(judge(examples, ofEven, ofOdd), mean(ofEven, ofOdd));
    }

    private static Map<BlendPart, Double> half(
            List<BlendExample> examples, List<BlendPart> parts, int remainder, double ridge, JobContext context) {
        List<BlendExample> half = new ArrayList<>();
        for (int row = remainder; row < examples.size(); row += 2) {
            half.add(examples.get(row));
        }
        return new BlendLearner(half, parts, ridge, context).learn();
    }

    private static double[] judge(
            List<BlendExample> examples, Map<BlendPart, Double> ofEven, Map<BlendPart, Double> ofOdd) {
        double[] judged = new double[examples.size()];
        for (int row = 0; row < judged.length; row++) {
            BlendExample example = examples.get(row);
            judged[row] =
                    example.ndcg(BlendLearner.sums(example, row % 2 == 0 ? ofOdd : ofEven), BlendFitting.LIST);
        }
        return judged;
    }

    private static Map<BlendPart, Double> mean(Map<BlendPart, Double> left, Map<BlendPart, Double> right) {
        Map<BlendPart, Double> mean = new EnumMap<>(BlendPart.class);
        left.forEach((part, weight) -> {
            double both = (weight + right.getOrDefault(part, 0.0)) / 2;
            if (both != 0) {
                mean.put(part, both);
            }
        });
        return mean;
    }

    /// Whether it is better for the same users by more than two standard errors.
    boolean clearlyBeats(CrossFit other) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < judged.length; row++) {
            double difference = judged[row] - other.judged[row];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / judged.length;
        double variance = squares / judged.length - mean * mean;
        return mean > 2 * Math.sqrt(Math.max(0, variance) / judged.length);
    }
}
