package dev.torii.engine.embed.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A sparse matrix by rows: row `r` holds `weights[k]` in column `columns[k]` for `k` in `starts[r] ..
/// starts[r+1]`. Its product with an embedding table is a pool ("bag") of table rows for each of its rows.
///
/// Products are computed in parallel, each output row by one thread in a fixed order, so results do not depend on
/// the number of threads.
record SparseRows(int[] starts, int[] columns, float[] weights) {
    /// Written out for the processor's vectors: the compiler leaves sums between arrays alone that could be one and
    /// the same.
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    int rowCount() {
        return starts.length - 1;
    }

    /// The product with `table` (rows of `width`), row-major.
    float[] times(float[] table, int width) {
        float[] product = new float[rowCount() * width];
        IntStream.range(0, rowCount()).parallel().forEach(row -> {
            WeightedRows.addTo(product, row * width, table, columns, 0, weights, starts[row], starts[row + 1], width);
        });
        return product;
    }

    /// `to[toStart + i] += factor * from[fromStart + i]` for `width` elements.
    static void addScaled(float[] to, int toStart, float[] from, int fromStart, float factor, int width) {
        int i = 0;
        for (; i <= width - LANES.length(); i += LANES.length()) {
            FloatVector sum = FloatVector.fromArray(LANES, to, toStart + i);
            FloatVector.fromArray(LANES, from, fromStart + i)
                    .fma(FloatVector.broadcast(LANES, factor), sum)
                    .intoArray(to, toStart + i);
        }
        for (; i < width; i++) {
            to[toStart + i] += factor * from[fromStart + i];
        }
    }

    /// Collects rows one after the other.
    static final class Builder {
        private int[] starts;
        private int[] columns;
        private float[] weights;
        private int rows;
        private int entries;

        Builder(int expectedRows, int expectedEntries) {
            starts = new int[expectedRows + 1];
            columns = new int[Math.max(16, expectedEntries)];
            weights = new float[columns.length];
        }

        /// Adds an entry to the row that is being collected.
        Builder add(int column, float weight) {
            if (entries == columns.length) {
                columns = Arrays.copyOf(columns, 2 * entries);
                weights = Arrays.copyOf(weights, 2 * entries);
            }
            columns[entries] = column;
            weights[entries++] = weight;
            return this;
        }

        /// Ends the row that is being collected.
        Builder endRow() {
            if (++rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
            }
            starts[rows] = entries;
            return this;
        }

        SparseRows build() {
            return new SparseRows(
                    Arrays.copyOf(starts, rows + 1), Arrays.copyOf(columns, entries), Arrays.copyOf(weights, entries));
        }
    }
}
