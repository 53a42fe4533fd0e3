package dev.torii.engine.embed.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// First values of a table.
final class RowStart {
    private static final int BLOCK = 1 << 16;

    private RowStart() {}

    /// Normally distributed values from `from` on; each block has a source of its own, so blocks are filled in
    /// parallel and the same seed gives the same table.
    static void fill(float[] values, int from, double deviation, SplittableRandom random) {
        long seed = random.nextLong();
        IntStream.range(0, Math.ceilDiv(values.length, BLOCK)).parallel().forEach(block -> {
            SplittableRandom own = new SplittableRandom(seed + block * 0x9E3779B97F4A7C15L);
            int start = block * BLOCK;
            for (int i = Math.max(start, from); i < Math.min((long) values.length, (long) start + BLOCK); i++) {
                values[i] = (float) (deviation * own.nextGaussian());
            }
        });
    }
}
