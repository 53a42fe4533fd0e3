package dev.torii.engine.recommend.retrieval;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The two kernels of the store. Rows are padded with zeros to a multiple of [#LANES] elements, so there are no
/// tails.
final class DotProducts {
    /// Every row length is a multiple of this; two vectors of the widest shape that is used.
    static final int LANES = 64;

    private static final int BITS = Math.min(512, FloatVector.SPECIES_PREFERRED.vectorBitSize());
    private static final VectorSpecies<Float> FLOATS =
            FloatVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Short> SHORTS =
            ShortVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Integer> INTS =
            IntVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Byte> BYTES =
            ByteVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(BITS / 2));

    private DotProducts() {}

    /// `sum(query[i] * row[i])` in float32.
    static float floats(float[] query, MemorySegment rows, long offset) {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = FloatVector.zero(FLOATS);
        int step = FLOATS.length();
        for (int i = 0; i < query.length; i += 2 * step) {
            long at = offset + 4L * i;
            FloatVector first = FloatVector.fromMemorySegment(FLOATS, rows, at, ByteOrder.LITTLE_ENDIAN);
            FloatVector second = FloatVector.fromMemorySegment(FLOATS, rows, at + 4L * step, ByteOrder.LITTLE_ENDIAN);
            even = first.fma(FloatVector.fromArray(FLOATS, query, i), even);
            odd = second.fma(FloatVector.fromArray(FLOATS, query, i + step), odd);
        }
        return even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    /// `sum(query[i] * row[i])` over bytes from -127 to 127. Two products fit into 16 bits (2 x 127 x 127 < 32
    /// 768), so they are added before they are widened.
    static int bytes(short[] query, MemorySegment rows, long offset) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        int step = SHORTS.length();
        for (int i = 0; i < query.length; i += 2 * step) {
            ShortVector products =
                    product(query, i, rows, offset + i).add(product(query, i + step, rows, offset + i + step));
            low = low.add(products.castShape(INTS, 0));
            high = high.add(products.castShape(INTS, 1));
        }
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }

    private static ShortVector product(short[] query, int index, MemorySegment rows, long offset) {
        ByteVector row = ByteVector.fromMemorySegment(BYTES, rows, offset, ByteOrder.LITTLE_ENDIAN);
        return ((ShortVector) row.castShape(SHORTS, 0)).mul(ShortVector.fromArray(SHORTS, query, index));
    }
}
