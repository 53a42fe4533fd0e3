package dev.torii.engine.embed.training;

import java.util.Arrays;

/// The tokens of all videos in flat arrays, about four bytes a token: a video's tokens have one weight for each of
/// its groups (terms, words, characters), so weights are kept by runs and not by token.
final class ItemTokens {
    private final int[] starts;
    private final int[] termEnds;
    private final int[] runStarts;
    private int[] columns;
    private int[] runEnds;
    private float[] runWeights;
    private int items;

    ItemTokens(int expectedItems) {
        starts = new int[expectedItems + 1];
        termEnds = new int[expectedItems];
        runStarts = new int[expectedItems + 1];
        columns = new int[Math.max(16, 64 * Math.min(expectedItems, 1 << 24))];
        runEnds = new int[Math.max(16, 4 * expectedItems)];
        runWeights = new float[runEnds.length];
    }

    /// Adds the next video.
    ///
    /// @param terms how many of its tokens, from the first on, belong to terms
    void add(int[] tokens, float[] weights, int terms) {
        int at = starts[items];
        int run = runStarts[items];
        if (at + tokens.length > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(at + tokens.length, Math.addExact(at, at >> 1)));
        }
        System.arraycopy(tokens, 0, columns, at, tokens.length);
        for (int t = 0; t < tokens.length; t++) {
            if (t == 0 || Float.compare(weights[t], weights[t - 1]) != 0) {
                if (run == runEnds.length) {
                    runEnds = Arrays.copyOf(runEnds, run + (run >> 1));
                    runWeights = Arrays.copyOf(runWeights, run + (run >> 1));
                }
                runWeights[run++] = weights[t];
            }
            runEnds[run - 1] = at + t + 1;
        }
        termEnds[items] = at + terms;
        items++;
        starts[items] = at + tokens.length;
        runStarts[items] = run;
    }

    /// Appends the tokens of `item` to the row that `rows` collects.
    void appendAll(int item, SparseRows.Builder rows) {
        int k = starts[item];
        for (int run = runStarts[item]; run < runStarts[item + 1]; run++) {
            for (; k < runEnds[run]; k++) {
                rows.add(columns[k], runWeights[run]);
            }
        }
    }

    /// Adds the terms' tokens of `item`, times `factor`, to `bag`.
    void addTerms(int item, float factor, TokenBag bag) {
        int end = termEnds[item];
        int k = starts[item];
        for (int run = runStarts[item]; k < end; run++) {
            float weight = factor * runWeights[run];
            for (; k < Math.min(end, runEnds[run]); k++) {
                bag.add(columns[k], weight);
            }
        }
    }
}
