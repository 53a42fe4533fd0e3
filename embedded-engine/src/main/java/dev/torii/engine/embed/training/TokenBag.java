package dev.torii.engine.embed.training;

import java.util.Arrays;

/// Collects weighted tokens, each once, in the order in which they came.
final class TokenBag {
    private final int[] placeOf;
    private int[] tokens = new int[256];
    private float[] weights = new float[256];
    private int size;

    /// @param buckets tokens are below
    TokenBag(int buckets) {
        placeOf = new int[buckets];
        Arrays.fill(placeOf, -1);
    }

    void add(int token, float weight) {
        int place = placeOf[token];
        if (place >= 0) {
            weights[place] += weight;
            return;
        }
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        placeOf[token] = size;
        tokens[size] = token;
        weights[size++] = weight;
    }

    /// Appends what was collected, times `factor`, to the row that `rows` collects, and begins anew.
    void drainTo(SparseRows.Builder rows, float factor) {
        for (int i = 0; i < size; i++) {
            placeOf[tokens[i]] = -1;
            rows.add(tokens[i], factor * weights[i]);
        }
        size = 0;
    }
}
