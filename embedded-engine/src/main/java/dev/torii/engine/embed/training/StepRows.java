package dev.torii.engine.embed.training;

/// The sparse side of one step: which table rows make which input rows, for `n` examples of `u` distinct users
/// with `c` distinct candidates.
///
/// A user's pool is computed once and the target taken out of it for each example: input row `e` of the user
/// tower is `scales[e] · (pool[userRows[e]] + pool[u + e])`, where pool row `u + e` is minus the target.
///
/// @param userRows [n] 0 to u-1
/// @param scales [n]
/// @param userNumeric [n, user numeric columns]
/// @param historySlots [u + n, slots]
/// @param historyTerms [u + n, content buckets]
/// @param candidateSlots [c, slots]
/// @param candidateTokens [c, content buckets]
/// @param learnedTokens [c, content buckets] `candidateTokens` without the rows of videos that nobody liked: they
/// serve as negatives, and their titles and terms must not learn from that, or a new video would be disliked for
/// its name
/// @param candidates [c] item of each candidate
/// @param targets [n] index in `candidates`
/// @param masked [n, c]
record StepRows(
        int[] userRows,
        float[] scales,
        float[] userNumeric,
        SparseRows historySlots,
        SparseRows historyTerms,
        SparseRows candidateSlots,
        SparseRows candidateTokens,
        SparseRows learnedTokens,
        int[] candidates,
        int[] targets,
        float[] masked) {
    int examples() {
        return userRows.length;
    }
}
