package dev.torii.engine.recommend.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DotProductsTest {
    @Test
    void theKernelsAgreeWithPlainLoops() {
        Random random = new Random(3);
        for (int length : new int[] {64, 128, 768}) {
            MemorySegment rows = Arena.ofAuto().allocate(5L * length, 64);
            float[] query = new float[length];
            short[] rounded = new short[length];
            double expected = 0;
            int expectedRounded = 0;
            for (int i = 0; i < length; i++) {
                query[i] = (float) random.nextGaussian();
                rounded[i] = (short) (random.nextInt(255) - 127);
                float value = (float) random.nextGaussian();
                byte small = (byte) (random.nextInt(255) - 127);
                rows.set(ValueLayout.JAVA_FLOAT, 4L * i, value);
                rows.set(ValueLayout.JAVA_BYTE, 4L * length + i, small);
                expected += (double) value * query[i];
                expectedRounded += small * rounded[i];
            }

            assertThat(DotProducts.floats(query, rows, 0)).isCloseTo((float) expected, within(1e-3f));
            assertThat(DotProducts.bytes(rounded, rows, 4L * length)).isEqualTo(expectedRounded);
        }
    }

    @Test
    void theLargestBytesDoNotOverflow() {
        MemorySegment rows = Arena.ofAuto().allocate(768, 64);
        rows.fill((byte) -127);
        short[] query = new short[768];
        Arrays.fill(query, (short) -127);

        assertThat(DotProducts.bytes(query, rows, 0)).isEqualTo(768 * 127 * 127);
    }
}
