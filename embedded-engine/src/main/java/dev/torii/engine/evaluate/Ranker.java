package dev.torii.engine.evaluate;

/// A fitted recommender of the evaluation: scores all items for a user of the training set.
public interface Ranker extends AutoCloseable {
    /// Fills `scores[0 .. itemCount)` for the user in row `user` of the training set; a higher score ranks first.
    /// Seen items need not be told apart: the evaluation removes them. Must be safe for use by many threads with
    /// different arrays.
    void score(int user, float[] scores);

    @Override
    default void close() {}
}
