package dev.torii.engine.embed.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A table of embeddings with the moments of Adam (Kingma, Ba 2015) beside each row. Only rows that a step
/// touched are read and written ("lazy Adam"), so a step costs the same however large the catalogue is.
final class EmbeddingTable {
    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-7f;

    private final int width;
    private final float[] values;
    private final float[] means;
    private final float[] variances;

    /// Starts with normally distributed values.
    ///
    /// @param firstRow rows before it stay zero for ever (row 0 of the id tables: no id)
    EmbeddingTable(int rows, int width, int firstRow, double deviation, SplittableRandom random) {
        this.width = width;
        this.values = new float[Math.multiplyExact(rows, width)];
        this.means = new float[values.length];
        this.variances = new float[values.length];
        for (int i = firstRow * width; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
    }

    int width() {
        return width;
    }

    /// All rows, row-major; not a copy.
    float[] values() {
        return values;
    }

    /// One Adam step down the gradient `matrixᵀ · gradients`, where this table was multiplied by `matrix`.
    ///
    /// @param gradients of the product, row-major, rows of this table's width
    /// @param step 1 for the first
    void descend(SparseRows matrix, float[] gradients, double learningRate, long step) {
        SparseRows.ByColumn entries = matrix.byColumn();
        float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step)));
        IntStream.range(0, entries.columns().length).parallel().forEach(column -> {
            float[] gradient = new float[width];
            for (int k = entries.starts()[column]; k < entries.starts()[column + 1]; k++) {
                SparseRows.addScaled(gradient, 0, gradients, entries.rows()[k] * width, entries.weights()[k], width);
            }
            update(entries.columns()[column] * width, gradient, rate);
        });
    }

    private void update(int start, float[] gradient, float rate) {
        for (int i = 0; i < width; i++) {
            float g = gradient[i];
            float mean = BETA_1 * means[start + i] + (1 - BETA_1) * g;
            float variance = BETA_2 * variances[start + i] + (1 - BETA_2) * g * g;
            means[start + i] = mean;
            variances[start + i] = variance;
            values[start + i] -= rate * mean / ((float) Math.sqrt(variance) + EPSILON);
        }
    }
}
