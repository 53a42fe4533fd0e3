package dev.torii.engine.recommend.retrieval;

/// Symmetric rounding of a vector to bytes with one scale a vector: `value = byte * scale`, `scale = max |value| /
/// 127`.
final class Quantization {
    private static final int LIMIT = 127;

    private Quantization() {}

    /// The scale of a vector; 0 for a vector of zeros.
    static float scale(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest / LIMIT;
    }

    static short round(float value, float scale) {
        return scale == 0 ? 0 : (short) Math.clamp(Math.round(value / scale), -LIMIT, LIMIT);
    }

    static boolean isFinite(float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
