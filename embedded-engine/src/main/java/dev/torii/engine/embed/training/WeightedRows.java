package dev.torii.engine.embed.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Weighted sums of a table's rows. Eight registers hold the running sums of a stripe of columns, so nothing is
/// stored between two rows and the processor can fetch several rows at a time: rows lie anywhere in tables that no
/// cache holds, and waiting for them is what a step's table work consists of.
final class WeightedRows {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = LANES.length();
    private static final int STRIPE = 8 * LENGTH;

    private WeightedRows() {}

    /// Adds `weights[k]` times row `rows[k] - firstRow` of `table`, for `k` from `from` to `end`, to the row at
    /// `toStart`.
    static void addTo(
            float[] to,
            int toStart,
            float[] table,
            int[] rows,
            int firstRow,
            float[] weights,
            int from,
            int end,
            int width) {
        int column = 0;
        for (; column <= width - STRIPE; column += STRIPE) {
            addStripe(to, toStart + column, table, column, rows, firstRow, weights, from, end, width);
        }
        if (column < width) {
            for (int k = from; k < end; k++) {
                int start = (rows[k] - firstRow) * width;
                SparseRows.addScaled(to, toStart + column, table, start + column, weights[k], width - column);
            }
        }
    }

    private static void addStripe(
            float[] to,
            int at,
            float[] table,
            int column,
            int[] rows,
            int firstRow,
            float[] weights,
            int from,
            int end,
            int width) {
        FloatVector sum0 = FloatVector.fromArray(LANES, to, at);
        FloatVector sum1 = FloatVector.fromArray(LANES, to, at + LENGTH);
        FloatVector sum2 = FloatVector.fromArray(LANES, to, at + 2 * LENGTH);
        FloatVector sum3 = FloatVector.fromArray(LANES, to, at + 3 * LENGTH);
        FloatVector sum4 = FloatVector.fromArray(LANES, to, at + 4 * LENGTH);
        FloatVector sum5 = FloatVector.fromArray(LANES, to, at + 5 * LENGTH);
        FloatVector sum6 = FloatVector.fromArray(LANES, to, at + 6 * LENGTH);
        FloatVector sum7 = FloatVector.fromArray(LANES, to, at + 7 * LENGTH);
        for (int k = from; k < end; k++) {
            int row = (rows[k] - firstRow) * width + column;
            FloatVector weight = FloatVector.broadcast(LANES, weights[k]);
            sum0 = FloatVector.fromArray(LANES, table, row).fma(weight, sum0);
            sum1 = FloatVector.fromArray(LANES, table, row + LENGTH).fma(weight, sum1);
            sum2 = FloatVector.fromArray(LANES, table, row + 2 * LENGTH).fma(weight, sum2);
            sum3 = FloatVector.fromArray(LANES, table, row + 3 * LENGTH).fma(weight, sum3);
            sum4 = FloatVector.fromArray(LANES, table, row + 4 * LENGTH).fma(weight, sum4);
            sum5 = FloatVector.fromArray(LANES, table, row + 5 * LENGTH).fma(weight, sum5);
            sum6 = FloatVector.fromArray(LANES, table, row + 6 * LENGTH).fma(weight, sum6);
            sum7 = FloatVector.fromArray(LANES, table, row + 7 * LENGTH).fma(weight, sum7);
        }
        sum0.intoArray(to, at);
        sum1.intoArray(to, at + LENGTH);
        sum2.intoArray(to, at + 2 * LENGTH);
        sum3.intoArray(to, at + 3 * LENGTH);
        sum4.intoArray(to, at + 4 * LENGTH);
        sum5.intoArray(to, at + 5 * LENGTH);
        sum6.intoArray(to, at + 6 * LENGTH);
        sum7.intoArray(to, at + 7 * LENGTH);
    }
}
