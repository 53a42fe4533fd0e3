package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;

/// A vector for each user and each item of the training set; the score is their inner product. A user or an item
/// without an interaction in training has the nought vector: all its scores are 0.
///
/// @param users `users[u][0 .. dimension)`
/// @param items `items[i][0 .. dimension)`
record DenseFactors(float[][] users, float[][] items) implements Ranker {
    @Override
    public void score(int user, float[] scores) {
        for (int item = 0; item < items.length; item++) {
            scores[item] = (float) dot(users[user], items[item]);
        }
    }

    /// The inner product, in double.
    static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += (double) left[at] * right[at];
        }
        return sum;
    }
}
