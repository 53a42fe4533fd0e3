package dev.torii.engine.recommend.hybrid;

import java.util.Map;

/// How the scores of several recommenders are added up: each is standardised over the candidates of a user (mean 0,
/// deviation 1), so that only differences between candidates count, and multiplied by its weight.
///
/// @param weights of the parts, none of them 0; a blend of a single part ranks as that part does
public record Blend(Map<BlendPart, Double> weights) {
    /// How many candidates each part brings.
    public static final int CANDIDATES = 100;

    public Blend {
        weights = Map.copyOf(weights);
    }

    public static Blend of(BlendPart alone) {
        return new Blend(Map.of(alone, 1.0));
    }

    public double weight(BlendPart part) {
        return weights.getOrDefault(part, 0.0);
    }

    /// Standardises the scores of one part in place: mean 0 and deviation 1. Scores that are all alike become 0.
    public static void standardise(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        double mean = scores.length == 0 ? 0 : sum / scores.length;
        double squares = 0;
        for (float score : scores) {
            squares += (score - mean) * (score - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, scores.length));
        double scale = deviation < 1e-9 * Math.max(1, Math.abs(mean)) ? 0 : 1 / deviation;
        for (int at = 0; at < scores.length; at++) {
            scores[at] = (float) ((scores[at] - mean) * scale);
        }
    }
}
