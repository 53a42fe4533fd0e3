package dev.torii.engine.embed.towers;

/// One step's input: `n` users with `p` targets in all, and `c` candidates, each video at most once. All arrays are
/// row-major.
///
/// @param userHistory [n, dimension]
/// @param userContent [n, contentWidth]
/// @param userNumeric [n, userNumericWidth]
/// @param itemId [c, dimension]
/// @param itemContent [c, contentWidth]
/// @param itemNumeric [c, numericWidth]
/// @param pairRows [p] the row of the user of each target
/// @param targets [p] index of the candidate that the user liked
/// @param logSampling [c] natural logarithm of the probability that a batch holds the candidate
/// @param masked [n, c] 0, or [#MASKED] where the candidate is no negative of the user
public record TrainingBatch(
        float[] userHistory,
        float[] userContent,
        float[] userNumeric,
        float[] itemId,
        float[] itemContent,
        float[] itemNumeric,
        int[] pairRows,
        int[] targets,
        float[] logSampling,
        float[] masked) {
    /// Added to a logit, it takes the candidate out of the softmax.
    public static final float MASKED = -1e9f;
}
