package dev.torii.engine.recommend.companion;

/// What a companion says of its items for a history. Safe for use by many threads.
interface HistoryScorer {
    /// Fills `scores`, one for each item; higher is better.
    ///
    /// @param history numbers of the items that the user likes
    void score(int[] history, float[] scores);
}
