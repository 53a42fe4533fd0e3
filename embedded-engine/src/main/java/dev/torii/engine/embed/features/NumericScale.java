package dev.torii.engine.embed.features;

/// Mean and standard deviation of a numeric feature over the catalogue that a model was trained on.
public record NumericScale(double mean, double deviation) {
    static final double LIMIT = 3.0;

    /// Standardised and clipped to -3 .. 3; a constant feature gives 0.
    float apply(double value) {
        if (deviation <= 0) {
            return 0;
        }
        return (float) Math.clamp((value - mean) / deviation, -LIMIT, LIMIT);
    }
}
