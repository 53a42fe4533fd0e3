package dev.torii.engine.embed.serving;

import java.util.List;

/// Rows of different lengths as one rectangle: short rows are filled with index 0 and weight 0.
///
/// @param indices [rows, width]
/// @param weights [rows, width]
record PaddedBag(int rows, int width, int[] indices, float[] weights) {

    /// @param weights of `indices`, row by row the same lengths
    static PaddedBag of(List<int[]> indices, List<float[]> weights) {
        int width = 1;
        for (int[] row : indices) {
            width = Math.max(width, row.length);
        }
        PaddedBag bag = new PaddedBag(
                indices.size(), width, new int[indices.size() * width], new float[indices.size() * width]);
        for (int row = 0; row < indices.size(); row++) {
            System.arraycopy(indices.get(row), 0, bag.indices, row * width, indices.get(row).length);
            System.arraycopy(weights.get(row), 0, bag.weights, row * width, weights.get(row).length);
        }
        return bag;
    }
}
