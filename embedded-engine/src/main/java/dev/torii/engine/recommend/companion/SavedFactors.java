package dev.torii.engine.recommend.companion;

import dev.torii.engine.recommend.collaborative.FoldedFactors;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The items' factors in a mapped file; a user is folded in from the history at request time.
final class SavedFactors implements HistoryScorer {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final long HEADER = 3 * Integer.BYTES + 3 * Double.BYTES;

    private final MappedArrays file;
    private final int items;
    private final FoldedFactors folding;
    private final long factorsAt;

    private SavedFactors(MappedArrays file, int items, FoldedFactors folding) {
        this.file = file;
        this.items = items;
        this.folding = folding;
        this.factorsAt = HEADER + Double.BYTES * (long) folding.dimension() * folding.dimension();
    }

    /// @param kept the items of the model that are kept, in the order of their numbers
    static void write(Path path, FoldedFactors factors, int[] kept) throws IOException {
        try (ArrayFileWriter out = new ArrayFileWriter(path)) {
            out.add(kept.length);
            out.add(factors.dimension());
            out.add(factors.occupied());
            out.add(factors.alpha0());
            out.add(factors.lambda());
            out.add(factors.nu());
            for (double cell : factors.gram()) {
                out.add(cell);
            }
            for (int item : kept) {
                out.addAll(factors.items()[item]);
            }
        }
    }

    static SavedFactors open(Path path, int items) throws IOException {
        MappedArrays file = MappedArrays.open(path);
        if (file.data().byteSize() < HEADER || file.intAt(0) != items) {
            throw new IOException(path + " is not of " + items + " items");
        }
        int dimension = file.intAt(Integer.BYTES);
        long cells = (long) dimension * dimension;
        file.expect(HEADER + Double.BYTES * cells + (long) Float.BYTES * items * dimension);
        double[] gram = new double[Math.toIntExact(cells)];
        for (int at = 0; at < gram.length; at++) {
            gram[at] = file.doubleAt(HEADER + (long) Double.BYTES * at);
        }
        long numbers = 3L * Integer.BYTES;
        FoldedFactors folding = new FoldedFactors(
                dimension,
                file.doubleAt(numbers),
                file.doubleAt(numbers + Double.BYTES),
                file.doubleAt(numbers + 2 * Double.BYTES),
                file.intAt(2 * Integer.BYTES),
                gram,
                new float[0][]);
        return new SavedFactors(file, items, folding);
    }

    @Override
    public void score(int[] history, float[] scores) {
        float[][] liked = new float[history.length][folding.dimension()];
        for (int at = 0; at < history.length; at++) {
            file.floats(offset(history[at]), liked[at]);
        }
        float[] user = folding.user(liked);
        for (int item = 0; item < items; item++) {
            scores[item] = product(user, offset(item));
        }
    }

    private long offset(int item) {
        return factorsAt + (long) Float.BYTES * folding.dimension() * item;
    }

    private float product(float[] user, long offset) {
        MemorySegment data = file.data();
        int bound = LANES.loopBound(user.length);
        FloatVector sum = FloatVector.zero(LANES);
        int at = 0;
        for (; at < bound; at += LANES.length()) {
            FloatVector item = FloatVector.fromMemorySegment(
                    LANES, data, offset + (long) Float.BYTES * at, ByteOrder.LITTLE_ENDIAN);
            sum = item.fma(FloatVector.fromArray(LANES, user, at), sum);
        }
        float product = sum.reduceLanes(VectorOperators.ADD);
        for (; at < user.length; at++) {
            product += user[at] * file.floatAt(offset + (long) Float.BYTES * at);
        }
        return product;
    }
}
