package dev.torii.engine.evaluate.linear;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;

/// The simple linear model: the score of a video is a weighted sum of sixteen features, each a comparison of its
/// content with that of a history, a number of its own, or its popularity. It needs no TensorFlow, no vectors and
/// no row for the user or the video, so it can answer for anybody about anything. Safe for use by many threads.
///
/// The weights come from a logistic regression on pairs (see [PairwiseRegression]): a video that somebody liked
/// shall score above one that this person did not.
public final class LinearModel {
    private final ContentTable items;
    private final LinearWeights weights;
    private final float[] own;

    /// A model from kept weights.
    ///
    /// @param counts how many users like each item, in the order of `items`
    public LinearModel(ContentTable items, int[] counts, LinearWeights weights) {
        if (counts.length != items.itemCount()) {
            throw new IllegalArgumentException(counts.length + " counts for " + items.itemCount() + " items");
        }
        this.items = items;
        this.weights = weights;
        this.own = new float[counts.length];
        double[] features = new double[LinearFeature.COUNT];
        for (int item = 0; item < own.length; item++) {
            ownFeatures(items, item, counts[item], features);
            double sum = 0;
            for (int feature = LinearFeature.RELEASE.ordinal(); feature < LinearFeature.COUNT; feature++) {
                sum += weights.of(feature) * features[feature];
            }
            own[item] = (float) sum;
        }
    }

    /// Learns the weights from a training set.
    ///
    /// @param seed of the drawing of pairs
    public static LinearModel fit(InteractionSet training, long seed, JobContext context) {
        ContentTable items = contentOf(training);
        int[] counts = training.itemCounts();
        return new LinearModel(
                items, counts, new PairwiseRegression(new LikedPairs(items, training, counts, seed)).solve(context));
    }

    /// The content of the items of a training set.
    public static ContentTable contentOf(InteractionSet training) {
        ContentTableBuilder builder = new ContentTableBuilder();
        training.videos().forEach(builder::add);
        return builder.build();
    }

    public LinearWeights weights() {
        return weights;
    }

    /// Fills `scores[0 .. itemCount)` for the history `history[from .. to)` of item numbers; an empty history is
    /// answered with what the videos' own features say. Higher is better.
    public void score(int[] history, int from, int to, float[] scores) {
        float[] taste = new float[items.termCount()];
        for (int entry = from; entry < to; entry++) {
            int item = history[entry];
            for (int at = items.starts[item]; at < items.starts[item + 1]; at++) {
                taste[items.terms[at]] += (float) (items.values[at] * weights.of(items.kinds[at]) / (to - from));
            }
        }
        TasteProfile profile = new TasteProfile(items, history, from, to);
        for (int item = 0; item < own.length; item++) {
            double sum = own[item];
            for (int at = items.starts[item]; at < items.starts[item + 1]; at++) {
                sum += items.values[at] * taste[items.terms[at]];
            }
            for (int column = 0; column < TasteProfile.COMPARED; column++) {
                int feature = LinearFeature.RELEASE_CLOSENESS.ordinal() + column;
                sum += weights.of(feature) * profile.closeness(item, column, false);
            }
            scores[item] = (float) sum;
        }
    }

    /// The features of a video that do not depend on the history.
    static void ownFeatures(ContentTable items, int item, int count, double[] features) {
        for (int column = 0; column < ContentTable.NUMBERS; column++) {
            features[LinearFeature.RELEASE.ordinal() + column] = items.number(item, column);
        }
        features[LinearFeature.POPULARITY.ordinal()] = Math.log1p(count);
    }
}
