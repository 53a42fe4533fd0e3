package dev.torii.engine.recommend.companion;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Vectors of the items with their ids hidden, a byte a dimension: each row has its own scale, the largest
/// magnitude being 127.
///
/// Only for items that training knew: to all others the towers give such a vector anyway.
final class SavedContent {
    private static final long HEADER = 2 * Integer.BYTES;
    private static final int LARGEST = 127;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
    /// Narrower processors are served by the plain loop.
    private static final boolean WIDE = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= FLOATS.vectorBitSize();

    private final MappedArrays file;
    private final int items;
    private final int dimension;

    private SavedContent(MappedArrays file, int items, int dimension) {
        this.file = file;
        this.items = items;
        this.dimension = dimension;
    }

    /// Gives the vectors of some items.
    @FunctionalInterface
    interface Vectors {
        /// Row-major, for the numbers `from` up to `to`.
        float[] rows(int from, int to);
    }

    static void write(Path path, int items, int dimension, int batch, Vectors vectors) throws IOException {
        try (ArrayFileWriter out = new ArrayFileWriter(path)) {
            out.add(items);
            out.add(dimension);
            for (int from = 0; from < items; from += batch) {
                int to = Math.min(items, from + batch);
                float[] rows = vectors.rows(from, to);
                for (int row = 0; row < to - from; row++) {
                    writeRow(out, rows, row * dimension, dimension);
                }
            }
        }
    }

    private static void writeRow(ArrayFileWriter out, float[] rows, int start, int dimension) throws IOException {
        float most = 0;
        for (int at = 0; at < dimension; at++) {
            most = Math.max(most, Math.abs(rows[start + at]));
        }
        float scale = most == 0 ? 1 : most / LARGEST;
        out.add(scale);
        for (int at = 0; at < dimension; at++) {
            out.add((byte) Math.round(rows[start + at] / scale));
        }
    }

    static SavedContent open(Path path, int items) throws IOException {
        MappedArrays file = MappedArrays.open(path);
        if (file.data().byteSize() < HEADER || file.intAt(0) != items) {
            throw new IOException(path + " is not of " + items + " items");
        }
        int dimension = file.intAt(Integer.BYTES);
        file.expect(HEADER + (long) items * (Float.BYTES + dimension));
        return new SavedContent(file, items, dimension);
    }

    int dimension() {
        return dimension;
    }

    /// The product of a user's vector and an item's.
    float product(float[] user, int item) {
        long at = HEADER + (long) item * (Float.BYTES + dimension);
        long bytes = at + Float.BYTES;
        int bound = WIDE ? FLOATS.loopBound(dimension) : 0;
        FloatVector lanes = FloatVector.zero(FLOATS);
        int k = 0;
        for (; k < bound; k += FLOATS.length()) {
            FloatVector values =
                    (FloatVector) ByteVector.fromMemorySegment(BYTES, file.data(), bytes + k, ByteOrder.LITTLE_ENDIAN)
                            .convertShape(VectorOperators.B2F, FLOATS, 0);
            lanes = values.fma(FloatVector.fromArray(FLOATS, user, k), lanes);
        }
        float sum = lanes.reduceLanes(VectorOperators.ADD);
        for (; k < dimension; k++) {
            sum += user[k] * file.byteAt(bytes + k);
        }
        return sum * file.floatAt(at);
    }

    /// The products with all items.
    void score(float[] user, float[] scores) {
        for (int item = 0; item < items; item++) {
            scores[item] = product(user, item);
        }
    }
}
