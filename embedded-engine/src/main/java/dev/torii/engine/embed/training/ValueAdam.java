package dev.torii.engine.embed.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Adam (Kingma, Ba 2015) with the moments of each value, three times the table's memory. Moments of rows that a
/// step does not touch stay as they are ("lazy Adam").
final class ValueAdam implements RowOptimizer {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-7f;
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private final float[] means;
    private final float[] variances;

    ValueAdam(int rows, int width) {
        means = new float[Math.multiplyExact(rows, width)];
        variances = new float[means.length];
    }

    @Override
    public Step step(double learningRate, long step) {
        float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step)));
        return (values, row, gradient) -> update(values, row * gradient.length, gradient, rate);
    }

    private void update(float[] values, int start, float[] gradient, float rate) {
        int i = 0;
        for (; i <= gradient.length - LANES.length(); i += LANES.length()) {
            FloatVector g = FloatVector.fromArray(LANES, gradient, i);
            FloatVector mean = FloatVector.fromArray(LANES, means, start + i)
                    .mul(BETA_1)
                    .add(g.mul(1 - BETA_1));
            FloatVector variance = FloatVector.fromArray(LANES, variances, start + i)
                    .mul(BETA_2)
                    .add(g.mul(g).mul(1 - BETA_2));
            mean.intoArray(means, start + i);
            variance.intoArray(variances, start + i);
            FloatVector.fromArray(LANES, values, start + i)
                    .sub(mean.mul(rate).div(variance.sqrt().add(EPSILON)))
                    .intoArray(values, start + i);
        }
        for (; i < gradient.length; i++) {
            float g = gradient[i];
            float mean = BETA_1 * means[start + i] + (1 - BETA_1) * g;
            float variance = BETA_2 * variances[start + i] + (1 - BETA_2) * g * g;
            means[start + i] = mean;
            variances[start + i] = variance;
            values[start + i] -= rate * mean / ((float) Math.sqrt(variance) + EPSILON);
        }
    }
}
