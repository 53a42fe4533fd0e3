package dev.torii.engine.recommend.collaborative;

import java.util.Arrays;

/// The nearest neighbours of each item with their similarity, stored by neighbour, so that a score costs as much
/// as the history's items are neighbours of others.
///
/// @param starts length items + 1: the item `i` is a neighbour of `targets[starts[i] .. starts[i+1])`
/// @param targets ascending within an item
/// @param similarities of each pair, 0 to 1
record ItemNeighbours(int[] starts, int[] targets, float[] similarities) implements ItemToItemModel {
    @Override
    public void score(int[] items, int from, int to, float[] scores) {
        Arrays.fill(scores, 0);
        for (int at = from; at < to; at++) {
            int source = items[at];
            for (int pair = starts[source]; pair < starts[source + 1]; pair++) {
                scores[targets[pair]] += similarities[pair];
            }
        }
    }

    @Override
    public float weight(int source, int target) {
        int at = Arrays.binarySearch(targets, starts[source], starts[source + 1], target);
        return at < 0 ? 0 : similarities[at];
    }

    @Override
    public WeightRow row(int source, int most) {
        return new WeightRow(
                Arrays.copyOfRange(targets, starts[source], starts[source + 1]),
                Arrays.copyOfRange(similarities, starts[source], starts[source + 1]));
    }
}
