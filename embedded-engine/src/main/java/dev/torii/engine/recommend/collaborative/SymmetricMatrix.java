package dev.torii.engine.recommend.collaborative;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;

/// A symmetric n x n matrix of doubles outside the heap, of which the lower triangle is kept; inverted in place
/// by LAPACK (OpenBLAS). 8 n² bytes: 3.2 GB at n = 20 000.
final class SymmetricMatrix implements AutoCloseable {
    private final int size;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment cells;

    SymmetricMatrix(int size) {
        this.size = size;
        this.cells = arena.allocate(Double.BYTES * (long) size * size, Double.BYTES);
    }

    /// The cell at (`row`, `column`), in any order.
    double get(int row, int column) {
        return cells.getAtIndex(ValueLayout.JAVA_DOUBLE, index(row, column));
    }

    /// Sets the cell at (`row`, `column`) and its mirror. Different cells may be set by different threads.
    void set(int row, int column, double value) {
        cells.setAtIndex(ValueLayout.JAVA_DOUBLE, index(row, column), value);
    }

    /// Replaces the matrix by its inverse, through its Cholesky factor.
    ///
    /// @throws ToriiException INTERNAL when the matrix is not positive definite; CONFIGURATION when this platform
    /// has no OpenBLAS
    void invert() {
        try {
            factorAndInvert();
        } catch (LinkageError e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "OpenBLAS, which inverts the matrix of ease, cannot be loaded: " + e.getMessage(),
                    "Maybe Torii was built for another platform, or the folder where JavaCPP unpacks it cannot be"
                            + " written (org.bytedeco.javacpp.cachedir).",
                    e);
        }
    }

    private void factorAndInvert() {
        try (Pointer pointer = new Cells(cells.address())) {
            DoublePointer data = (DoublePointer) pointer;
            check(openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'L', size, data, size), "factor");
            check(openblas.LAPACKE_dpotri(openblas.LAPACK_COL_MAJOR, (byte) 'L', size, data, size), "inverse");
        }
    }

    private void check(int info, String step) {
        if (info != 0) {
            throw new ToriiException(
                    ErrorCode.INTERNAL,
                    "LAPACK found no " + step + " of a " + size + " x " + size + " matrix (info " + info + ").",
                    "Maybe a larger regularisation makes the matrix positive definite.");
        }
    }

    private long index(int row, int column) {
        return (long) Math.min(row, column) * size + Math.max(row, column);
    }

    @Override
    public void close() {
        arena.close();
    }

    /// Lends memory that is owned elsewhere to JavaCPP: its own allocator refuses what exceeds the size of the
    /// heap.
    private static final class Cells extends DoublePointer {
        Cells(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }
}
