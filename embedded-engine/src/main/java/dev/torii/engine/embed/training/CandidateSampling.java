package dev.torii.engine.embed.training;

/// How likely each video is to be among the candidates of a step.
///
/// A step draws `batch` positives from the data and `uniform` videos from the whole catalogue. A video with share
/// `p` of the positives in a catalogue of `n` is drawn at least once with probability `q = 1 - (1 - p)^batch (1 -
/// 1/n)^uniform`. Without the uniform draws and for rare videos that is `batch · p`, the count of Yi et al.
/// (RecSys 2019); for popular ones it stays below 1, as a candidate enters the softmax once however often it was
/// drawn.
final class CandidateSampling {
    private static final double LEAST = 1e-6;

    private final float[] logProbability;

    CandidateSampling(int[] positives, int batch, int uniform) {
        long total = 0;
        for (int count : positives) {
            total += count;
        }
        logProbability = new float[positives.length];
        for (int item = 0; item < positives.length; item++) {
            double share = Math.min(1 - LEAST, (double) positives[item] / Math.max(1, total));
            double missed =
                    batch * Math.log1p(-share) + uniform * Math.log1p(-Math.min(1 - LEAST, 1.0 / positives.length));
            logProbability[item] = (float) Math.log(Math.max(LEAST, -Math.expm1(missed)));
        }
    }

    /// Natural logarithm of the probability that a step's candidates hold `item`.
    float log(int item) {
        return logProbability[item];
    }
}
