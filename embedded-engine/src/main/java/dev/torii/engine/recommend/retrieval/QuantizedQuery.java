package dev.torii.engine.recommend.retrieval;

import java.util.Arrays;

/// A query in both precisions, padded to the row length of the store.
///
/// @param exact float32
/// @param rounded the same divided by `scale` and rounded, -127 to 127
record QuantizedQuery(float[] exact, short[] rounded, float scale) {

    static QuantizedQuery of(float[] vector, int stride) {
        float[] exact = Arrays.copyOf(vector, stride);
        short[] rounded = new short[stride];
        float scale = Quantization.scale(vector);
        for (int i = 0; i < vector.length; i++) {
            rounded[i] = Quantization.round(vector[i], scale);
        }
        return new QuantizedQuery(exact, rounded, scale);
    }
}
