package dev.torii.engine.embed.training;

/// The sparse side of one step: which table rows make which input rows. `n` rows of the user tower stand for a
/// user's history without some of its positives; these are the targets, `p` in all rows together. `c` distinct
/// candidates are ranked for each row.
///
/// @param groups [n] of [ExampleOrder]
/// @param users [n] the user of each row
/// @param userNumeric [n, user numeric columns]
/// @param historySlots [n, slots] scaled
/// @param historyTerms [n, content buckets] scaled
/// @param candidateSlots [c, slots]
/// @param candidateTokens [c, content buckets]
/// @param candidateNumeric [c, numeric columns]
/// @param candidates [c] item of each candidate
/// @param pairRows [p] input row of each target
/// @param targets [p] index in `candidates`
/// @param masked [n, c]
/// @param itemIdEntries `candidateSlots` by column
/// @param historyIdEntries `historySlots` by column
/// @param contentEntries the rows of `candidateTokens`, then (from row `c` on) those of `historyTerms`, by column,
/// without the candidates that nobody liked: they serve as negatives, and their titles and terms must not learn
/// from that, or a new video would be disliked for its name
record StepRows(
        int[] groups,
        int[] users,
        float[] userNumeric,
        SparseRows historySlots,
        SparseRows historyTerms,
        SparseRows candidateSlots,
        SparseRows candidateTokens,
        float[] candidateNumeric,
        int[] candidates,
        int[] pairRows,
        int[] targets,
        float[] masked,
        ColumnEntries itemIdEntries,
        ColumnEntries historyIdEntries,
        ColumnEntries contentEntries) {

    /// How many positives are learnt from.
    int pairs() {
        return targets.length;
    }
}
