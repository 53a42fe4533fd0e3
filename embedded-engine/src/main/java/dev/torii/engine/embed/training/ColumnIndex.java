package dev.torii.engine.embed.training;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Turns rows into columns by counting. Holds a mark for each column of the table, so that a step costs what it
/// touches.
final class ColumnIndex {
    private final int[] placeOf;
    private int[] columns = new int[1024];
    private int[] counts = new int[1024];
    private int distinct;

    ColumnIndex(int columns) {
        placeOf = new int[columns];
        Arrays.fill(placeOf, -1);
    }

    ColumnEntries of(SparseRows rows) {
        return of(rows, row -> true, new SparseRows(new int[1], new int[0], new float[0]));
    }

    /// The rows of `first` that are `wanted`, then all of `second`, numbered from the end of `first` on.
    ColumnEntries of(SparseRows first, IntPredicate wanted, SparseRows second) {
        count(first, wanted);
        count(second, row -> true);
        int[] starts = new int[distinct + 1];
        for (int place = 0; place < distinct; place++) {
            starts[place + 1] = starts[place] + counts[place];
            counts[place] = starts[place];
        }
        int[] rows = new int[starts[distinct]];
        float[] weights = new float[rows.length];
        place(first, wanted, 0, rows, weights);
        place(second, row -> true, first.rowCount(), rows, weights);
        int[] found = Arrays.copyOf(columns, distinct);
        for (int column : found) {
            placeOf[column] = -1;
        }
        distinct = 0;
        return new ColumnEntries(found, starts, rows, weights);
    }

    private void count(SparseRows rows, IntPredicate wanted) {
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int k = rows.starts()[row]; wanted.test(row) && k < rows.starts()[row + 1]; k++) {
                int column = rows.columns()[k];
                int place = placeOf[column];
                if (place < 0) {
                    place = distinct++;
                    if (place == columns.length) {
                        columns = Arrays.copyOf(columns, 2 * place);
                        counts = Arrays.copyOf(counts, 2 * place);
                    }
                    placeOf[column] = place;
                    columns[place] = column;
                    counts[place] = 0;
                }
                counts[place]++;
            }
        }
    }

    private void place(SparseRows rows, IntPredicate wanted, int firstRow, int[] to, float[] weights) {
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int k = rows.starts()[row]; wanted.test(row) && k < rows.starts()[row + 1]; k++) {
                int at = counts[placeOf[rows.columns()[k]]]++;
                to[at] = firstRow + row;
                weights[at] = rows.weights()[k];
            }
        }
    }
}
