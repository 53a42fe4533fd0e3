package dev.torii.engine.recommend.companion;

import dev.torii.engine.recommend.collaborative.ItemToItemModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// Weights from item to item in a mapped file, by source: `n`, the starts of the rows (n + 1 longs), then a target
/// and a weight for each pair.
final class SavedWeights implements HistoryScorer {
    private static final long HEADER = Integer.BYTES;
    private static final int PAIR = Integer.BYTES + Float.BYTES;

    private final MappedArrays file;
    private final int items;
    private final long pairsAt;

    private SavedWeights(MappedArrays file, int items) {
        this.file = file;
        this.items = items;
        this.pairsAt = HEADER + Long.BYTES * (items + 1L);
    }

    /// @param kept the items of the model that are kept, in the order of their numbers
    /// @param number the number of each item of the model; -1 when it is not kept
    /// @param most weights kept of one source
    static void write(Path path, ItemToItemModel model, int[] kept, int[] number, int most) throws IOException {
        long[] starts = new long[kept.length + 1];
        for (int row = 0; row < kept.length; row++) {
            starts[row + 1] = starts[row] + model.row(kept[row], most).targets().length;
        }
        try (ArrayFileWriter out = new ArrayFileWriter(path)) {
            out.add(kept.length);
            for (long start : starts) {
                out.add(start);
            }
            for (int item : kept) {
                ItemToItemModel.WeightRow row = model.row(item, most);
                for (int at = 0; at < row.targets().length; at++) {
                    out.add(number[row.targets()[at]]);
                    out.add(row.weights()[at]);
                }
            }
        }
    }

    static SavedWeights open(Path path, int items) throws IOException {
        MappedArrays file = MappedArrays.open(path);
        if (file.data().byteSize() < HEADER + Long.BYTES * (items + 1L) || file.intAt(0) != items) {
            throw new IOException(path + " is not of " + items + " items");
        }
        SavedWeights weights = new SavedWeights(file, items);
        file.expect(weights.pairsAt + PAIR * weights.start(items));
        return weights;
    }

    private long start(int item) {
        return file.longAt(HEADER + (long) Long.BYTES * item);
    }

    @Override
    public void score(int[] history, float[] scores) {
        Arrays.fill(scores, 0, items, 0);
        for (int source : history) {
            long end = pairsAt + PAIR * start(source + 1);
            for (long at = pairsAt + PAIR * start(source); at < end; at += PAIR) {
                scores[file.intAt(at)] += file.floatAt(at + Integer.BYTES);
            }
        }
    }
}
