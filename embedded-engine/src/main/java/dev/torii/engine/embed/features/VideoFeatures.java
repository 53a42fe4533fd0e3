package dev.torii.engine.embed.features;

/// What the towers see of a video.
///
/// @param slot row of its own in the id tables; 0 when it has none (training never saw a positive of it)
/// @param tokens rows in the content table: first those of the terms, then those of the title
/// @param weights of `tokens`, same length
/// @param termTokens how many of `tokens` belong to terms; the history side of the user tower reads these alone
/// @param genres columns of [FeatureSettings#genres] that the video bears
/// @param numeric [FeatureExtractor#NUMERIC_WIDTH] columns
public record VideoFeatures(int slot, int[] tokens, float[] weights, int termTokens, int[] genres, float[] numeric) {
    /// The same video as if training had never seen anybody like it.
    public VideoFeatures withoutId() {
        return new VideoFeatures(0, tokens, weights, termTokens, genres, numeric);
    }
}
