package dev.torii.engine.recommend.retrieval;

/// How searches trade time for exactness.
///
/// @param rescore at least so many rows of a scan over bytes are compared again in float32
/// @param exactUpTo up to so many matching rows are compared in float32 at once
public record SearchSettings(int rescore, int exactUpTo) {
    /// Measured at 768 dimensions: 20 000 scattered rows take about 4 ms in float32.
    public static final int EXACT_UP_TO = 20_000;

    public static SearchSettings rescoring(int rescore) {
        return new SearchSettings(rescore, EXACT_UP_TO);
    }
}
