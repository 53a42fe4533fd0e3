package dev.torii.engine.recommend.collaborative;

import java.util.Arrays;

/// A symmetric positive definite system of `size` equations, summed up from outer products and solved by its
/// Cholesky factor. One thread's buffer: 8 (size² + 5 size) bytes.
///
/// Four outer products are added at a time, each over the upper triangle's rows: loops without a reduction, which
/// the compiler turns into vector instructions and which round alike on every machine.
final class SymmetricSystem {
    private static final int BLOCK = 4;

    private final int size;
    private final double[] cells;
    private final double[] right;
    private final double[] block;
    private int filled;

    SymmetricSystem(int size) {
        this.size = size;
        this.cells = new double[size * size];
        this.right = new double[size];
        this.block = new double[BLOCK * size];
    }

    /// A copy of the matrix, row-major; what lies below the diagonal means nothing.
    double[] cells() {
        return cells.clone();
    }

    /// A matrix from what [#cells] gave.
    static SymmetricSystem of(double[] cells) {
        SymmetricSystem system = new SymmetricSystem((int) Math.round(Math.sqrt(cells.length)));
        System.arraycopy(cells, 0, system.cells, 0, cells.length);
        return system;
    }

    /// Starts from `weight` times the matrix of `other`, which is summed up; the right side is nought.
    void startFrom(SymmetricSystem other, double weight) {
        for (int at = 0; at < cells.length; at++) {
            cells[at] = weight * other.cells[at];
        }
        Arrays.fill(right, 0);
        filled = 0;
    }

    /// Adds the outer product of `row` with itself to the matrix and `row` to the right side.
    void add(float[] row) {
        int offset = filled * size;
        for (int at = 0; at < size; at++) {
            block[offset + at] = row[at];
            right[at] += row[at];
        }
        filled++;
        if (filled == BLOCK) {
            sumUp();
        }
    }

    /// Solves for the right side with `ridge`, above 0, added to the diagonal. The matrix is lost.
    void solve(double ridge, float[] solution) {
        sumUp();
        for (int row = 0; row < size; row++) {
            cells[row * size + row] += ridge;
        }
        factor();
        for (int row = 0; row < size; row++) {
            double known = right[row] / cells[row * size + row];
            right[row] = known;
            for (int column = row + 1; column < size; column++) {
                right[column] -= cells[row * size + column] * known;
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < size; column++) {
                rest -= cells[row * size + column] * right[column];
            }
            right[row] = rest / cells[row * size + row];
            solution[row] = (float) right[row];
        }
    }

    /// The trace of the product of two matrices that are summed up.
    double traceWith(SymmetricSystem other) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            for (int column = row; column < size; column++) {
                double product = cells[row * size + column] * other.cells[row * size + column];
                sum += column == row ? product : 2 * product;
            }
        }
        return sum;
    }

    /// Replaces the upper triangle by U with U'U = the matrix, four rows at a time.
    private void factor() {
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(size, from + BLOCK);
            for (int row = from; row < to; row++) {
                for (int above = from; above < row; above++) {
                    double times = block[(above - from) * size + row];
                    for (int column = row; column < size; column++) {
                        cells[row * size + column] -= times * block[(above - from) * size + column];
                    }
                }
                double pivot = Math.sqrt(cells[row * size + row]);
                for (int column = row; column < size; column++) {
                    double scaled = cells[row * size + column] / pivot;
                    cells[row * size + column] = scaled;
                    block[(row - from) * size + column] = scaled;
                }
            }
            if (to < size) {
                addBlock(to, -1);
            }
        }
    }

    /// Adds what [#add] still holds back; from then on many threads may read the matrix.
    void sumUp() {
        if (filled > 0) {
            Arrays.fill(block, filled * size, block.length, 0);
            addBlock(0, 1);
            filled = 0;
        }
    }

    private void addBlock(int from, double sign) {
        for (int row = from; row < size; row++) {
            double first = sign * block[row];
            double second = sign * block[size + row];
            double third = sign * block[2 * size + row];
            double fourth = sign * block[3 * size + row];
            for (int column = row; column < size; column++) {
                cells[row * size + column] += first * block[column]
                        + second * block[size + column]
                        + third * block[2 * size + column]
                        + fourth * block[3 * size + column];
            }
        }
    }
}
