package dev.torii.engine.embed.features;

/// Maps a token to rows of a table of fixed size, the same in every process and on every machine. Two independent
/// functions: two tokens that meet in one row part in the other, so a collision blurs and does not merge them.
final class TokenHash {
    /// Rows for each token.
    static final int FUNCTIONS = 2;

    private static final long[] SEEDS = {0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL};

    private TokenHash() {}

    /// The row of `token` under hash function `function`.
    ///
    /// @param field what the token speaks of; equal texts of different fields are different tokens
    /// @param buckets size of the table, a power of two
    static int row(int function, String field, String token, int buckets) {
        long hash = SEEDS[function];
        hash = absorb(hash, field);
        hash = mix(hash ^ 0x1FL);
        hash = absorb(hash, token);
        return (int) (mix(hash) & (buckets - 1));
    }

    private static long absorb(long state, String text) {
        long hash = state;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
