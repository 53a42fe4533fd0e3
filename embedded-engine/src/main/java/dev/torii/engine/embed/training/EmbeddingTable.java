package dev.torii.engine.embed.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A table of embeddings with what its optimizer keeps beside each row. Only rows that a step touched are read and
/// written, so a step costs the same however large the catalogue is.
final class EmbeddingTable {
    /// Columns that one thread updates in a go.
    private static final int CHUNK = 32;

    private final int width;
    private final float[] values;
    private final RowAdam optimizer;

    /// Starts with normally distributed values.
    ///
    /// @param firstRow rows before it stay zero for ever (row 0 of the id tables: no id)
    EmbeddingTable(int rows, int width, int firstRow, double deviation, SplittableRandom random) {
        this.width = width;
        this.values = new float[Math.multiplyExact(rows, width)];
        this.optimizer = new RowAdam(rows);
        RowStart.fill(values, firstRow * width, deviation, random);
    }

    int rows() {
        return values.length / width;
    }

    int width() {
        return width;
    }

    /// All rows, row-major; not a copy.
    float[] values() {
        return values;
    }

    /// The product of `rows` with this table, row-major.
    float[] pool(SparseRows rows) {
        return rows.times(values, width);
    }

    /// One step down the gradient `matrixᵀ · gradients`, where this table was multiplied by a matrix.
    ///
    /// @param entries of the matrix, by column
    /// @param gradients of the product, row-major, rows of this table's width
    void descend(ColumnEntries entries, float[] gradients, double learningRate) {
        descend(entries, gradients, Integer.MAX_VALUE, gradients, learningRate);
    }

    /// The same for two matrices one above the other.
    ///
    /// @param upperRows rows of the upper one
    void descend(ColumnEntries entries, float[] upper, int upperRows, float[] lower, double learningRate) {
        int count = entries.columns().length;
        IntStream.range(0, Math.ceilDiv(count, CHUNK)).parallel().forEach(chunk -> {
            float[] gradient = new float[width];
            for (int c = chunk * CHUNK; c < Math.min(count, (chunk + 1) * CHUNK); c++) {
                Arrays.fill(gradient, 0);
                int from = entries.starts()[c];
                int end = entries.starts()[c + 1];
                int second = from;
                while (second < end && entries.rows()[second] < upperRows) {
                    second++;
                }
                add(gradient, upper, entries, 0, from, second);
                add(gradient, lower, entries, upperRows, second, end);
                optimizer.descend(values, entries.columns()[c], gradient, learningRate);
            }
        });
    }

    private void add(float[] gradient, float[] rows, ColumnEntries entries, int firstRow, int from, int end) {
        WeightedRows.addTo(gradient, 0, rows, entries.rows(), firstRow, entries.weights(), from, end, width);
    }
}
