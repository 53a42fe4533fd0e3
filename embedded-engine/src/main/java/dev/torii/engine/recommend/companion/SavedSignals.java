package dev.torii.engine.recommend.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// What is the same for all users: how many like an item, and its recency.
///
/// @param popularity users who like it
/// @param recency how much more it is liked at the end of the data than over the whole time; noughts without times
record SavedSignals(float[] popularity, float[] recency) {

    static void write(Path path, int[] kept, float[] popularity, float[] recency) throws IOException {
        try (ArrayFileWriter out = new ArrayFileWriter(path)) {
            out.add(kept.length);
            for (float[] signal : new float[][] {popularity, recency}) {
                for (int item : kept) {
                    out.add(signal[item]);
                }
            }
        }
    }

    static SavedSignals open(Path path, int items) throws IOException {
        MappedArrays file = MappedArrays.open(path);
        file.expect(Integer.BYTES + 2L * Float.BYTES * items);
        float[] all = new float[2 * items];
        file.floats(Integer.BYTES, all);
        return new SavedSignals(Arrays.copyOf(all, items), Arrays.copyOfRange(all, items, 2 * items));
    }
}
