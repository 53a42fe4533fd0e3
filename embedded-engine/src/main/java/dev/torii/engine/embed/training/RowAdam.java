package dev.torii.engine.embed.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Adam without a first moment and with one second moment for a whole row, the mean of its values' (as in the
/// row-wise Adagrad of large recommenders, Naumov et al. 2019): eight bytes a row beside the table, and a step
/// touches a third of the memory. The moment is corrected by how often this row was touched.
final class RowAdam {
    private static final double BETA_2 = 0.999;
    private static final float EPSILON = 1e-7f;
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private final float[] variances;
    private final int[] touched;

    RowAdam(int rows) {
        variances = new float[rows];
        touched = new int[rows];
    }

    /// One step of a row of `values` against its gradient; safe for use by many threads on different rows.
    void descend(float[] values, int row, float[] gradient, double learningRate) {
        double variance = BETA_2 * variances[row] + (1 - BETA_2) * squares(gradient) / gradient.length;
        variances[row] = (float) variance;
        touched[row]++;
        double corrected = variance / (1 - Math.pow(BETA_2, touched[row]));
        float factor = (float) (-learningRate / (Math.sqrt(corrected) + EPSILON));
        SparseRows.addScaled(values, row * gradient.length, gradient, 0, factor, gradient.length);
    }

    private static double squares(float[] gradient) {
        FloatVector sum = FloatVector.zero(LANES);
        int i = 0;
        for (; i <= gradient.length - LANES.length(); i += LANES.length()) {
            FloatVector g = FloatVector.fromArray(LANES, gradient, i);
            sum = g.fma(g, sum);
        }
        // Lane by lane: the order of a reduction is not defined, and differs between interpreted and compiled code.
        double squares = 0;
        for (float lane : sum.toArray()) {
            squares += lane;
        }
        for (; i < gradient.length; i++) {
            squares += gradient[i] * gradient[i];
        }
        return squares;
    }
}
