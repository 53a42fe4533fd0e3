package dev.torii.engine.embed.features;

import java.util.Arrays;

/// Sums of weights by token, without an object for each: histories hold thousands of tokens, and a request
/// waits.
final class TokenSums {
    private static final int NONE = -1;

    private int[] keys = filled(256);
    private float[] sums = new float[256];
    private int size;

    /// @param token 0 or more
    void add(int token, float weight) {
        int at = place(token);
        if (keys[at] == NONE) {
            keys[at] = token;
            if (++size * 2 > keys.length) {
                grow();
                at = place(token);
            }
        }
        sums[at] += weight;
    }

    /// The tokens, ascending.
    int[] tokens() {
        return Arrays.stream(keys).filter(key -> key != NONE).sorted().toArray();
    }

    /// The sums of `tokens`, in their order.
    float[] sums(int[] tokens) {
        float[] found = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            found[i] = sums[place(tokens[i])];
        }
        return found;
    }

    /// Where the token is, or goes.
    private int place(int token) {
        int mask = keys.length - 1;
        int at = (token * 0x9E3779B9 >>> 7) & mask;
        while (keys[at] != NONE && keys[at] != token) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        float[] oldSums = sums;
        keys = filled(oldKeys.length * 2);
        sums = new float[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                sums[at] = oldSums[i];
            }
        }
    }

    private static int[] filled(int size) {
        int[] keys = new int[size];
        Arrays.fill(keys, NONE);
        return keys;
    }
}
