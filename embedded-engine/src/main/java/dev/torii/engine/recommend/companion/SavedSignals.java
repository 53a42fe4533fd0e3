package dev.torii.engine.recommend.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// What is the same for all users: the logarithm of each item's likes, its popularity by time, and its recency.
///
/// @param popularity logarithm of one plus the users who like it
/// @param popular sum over its users, decayed by time
/// @param recency how much more it is liked at the end of the data than over the whole time; noughts without times
record SavedSignals(float[] popularity, float[] popular, float[] recency) {

    static void write(Path path, int[] kept, float[] popularity, float[] popular, float[] recency)
            throws IOException {
        try (ArrayFileWriter out = new ArrayFileWriter(path)) {
            out.add(kept.length);
            for (float[] signal : new float[][] {popularity, popular, recency}) {
                for (int item : kept) {
                    out.add(signal[item]);
                }
            }
        }
    }

    static SavedSignals open(Path path, int items) throws IOException {
        MappedArrays file = MappedArrays.open(path);
        file.expect(Integer.BYTES + 3L * Float.BYTES * items);
        float[] all = new float[3 * items];
        file.floats(Integer.BYTES, all);
        return new SavedSignals(
                Arrays.copyOf(all, items),
                Arrays.copyOfRange(all, items, 2 * items),
                Arrays.copyOfRange(all, 2 * items, 3 * items));
    }
}
