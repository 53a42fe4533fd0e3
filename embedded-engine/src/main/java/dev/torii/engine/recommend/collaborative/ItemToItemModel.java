package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;

/// A recommender that is a table of weights from item to item: what a history says about an item is the sum of
/// the weights from its items. It needs no row for the user, so it also answers for a history that training never
/// saw. Safe for use by many threads.
public interface ItemToItemModel {
    /// Fills `scores`, one for each item of the training set, for the history `items[from .. to)`. Higher is
    /// better. The scores of items in the history mean nothing.
    void score(int[] items, int from, int to, float[] scores);

    /// The part that the item `source` of a history has in the score of the item `target`; 0 for `source` =
    /// `target`.
    float weight(int source, int target);

    /// The weights from `source`, ascending by target.
    ///
    /// @param most of a dense table so many of the largest magnitude; a sparse one gives all that it has
    WeightRow row(int source, int most);

    /// Weights from one item.
    record WeightRow(int[] targets, float[] weights) {}

    /// Ranks for the users of `training` by their rows.
    default Ranker rankerFor(InteractionSet training) {
        return (user, scores) ->
                score(training.items(), training.rowStarts()[user], training.rowStarts()[user + 1], scores);
    }
}
