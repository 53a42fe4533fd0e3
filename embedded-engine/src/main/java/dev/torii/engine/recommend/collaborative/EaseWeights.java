package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.TopItems;
import java.util.Arrays;

/// The weights of [Ease] between the items that occur in training.
///
/// @param position of each item among the rows; -1 for an item that training never saw
/// @param items the item of each row
/// @param weights `weights[a][b]`: from the item of row `a` to the item of row `b`; 0 on the diagonal
record EaseWeights(int[] position, int[] items, float[][] weights) implements ItemToItemModel {
    @Override
    public void score(int[] history, int from, int to, float[] scores) {
        float[] sums = new float[items.length];
        for (int at = from; at < to; at++) {
            int row = position[history[at]];
            if (row >= 0) {
                float[] add = weights[row];
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += add[column];
                }
            }
        }
        Arrays.fill(scores, 0);
        for (int row = 0; row < items.length; row++) {
            scores[items[row]] = sums[row];
        }
    }

    @Override
    public float weight(int source, int target) {
        return position[source] < 0 || position[target] < 0 ? 0 : weights[position[source]][position[target]];
    }

    @Override
    public WeightRow row(int source, int most) {
        if (position[source] < 0) {
            return new WeightRow(new int[0], new float[0]);
        }
        float[] all = weights[position[source]];
        float[] magnitudes = new float[all.length];
        for (int column = 0; column < all.length; column++) {
            magnitudes[column] = all[column] == 0 ? Float.NEGATIVE_INFINITY : Math.abs(all[column]);
        }
        int[] kept = new TopItems(most).select(magnitudes);
        Arrays.sort(kept);
        int[] targets = new int[kept.length];
        float[] values = new float[kept.length];
        for (int at = 0; at < kept.length; at++) {
            targets[at] = items[kept[at]];
            values[at] = all[kept[at]];
        }
        return new WeightRow(targets, values);
    }
}
