package dev.torii.engine.embed.features;

/// What the user tower sees of a history: two bags, their weights already scaled by [HistoryWeights#poolScale], and
/// numbers.
///
/// @param slots rows of the history-side id table
/// @param slotWeights of `slots`, same length
/// @param tokens rows of the content table, each at most once
/// @param tokenWeights of `tokens`, same length
/// @param numeric [UserNumbers#WIDTH] columns
public record UserFeatures(int[] slots, float[] slotWeights, int[] tokens, float[] tokenWeights, float[] numeric) {
    /// Whether there is no positive entry: such a user has no place in the space.
    public boolean isEmpty() {
        return slots.length == 0 && tokens.length == 0;
    }
}
