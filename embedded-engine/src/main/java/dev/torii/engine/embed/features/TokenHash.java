package dev.torii.engine.embed.features;

/// Maps a token to rows of a table of fixed size, the same in every process and on every machine. A token has a key
/// of 64 bits, and two functions of the key give its rows: two tokens that meet in one row part in the other, so a
/// collision blurs and does not merge them.
final class TokenHash {
    /// Rows for each token.
    static final int FUNCTIONS = 2;

    private static final long FIRST = 0xCBF29CE484222325L;
    private static final long[] SEEDS = {0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL};

    private TokenHash() {}

    /// The beginning of the keys of a field: what the token speaks of. Equal texts of different fields are
    /// different tokens.
    static long field(String name) {
        return mix(absorb(FIRST, name) ^ 0x1FL);
    }

    /// The key of a token.
    static long key(long field, String token) {
        return mix(absorb(field, token));
    }

    /// The key of the token that is written `characters[from .. from + length)`, code points.
    static long key(long field, int[] characters, int from, int length) {
        long hash = field;
        for (int i = from; i < from + length; i++) {
            int character = characters[i];
            if (Character.isBmpCodePoint(character)) {
                hash = absorb(hash, (char) character);
            } else {
                hash = absorb(absorb(hash, Character.highSurrogate(character)), Character.lowSurrogate(character));
            }
        }
        return mix(hash);
    }

    /// The row of a key under hash function `function`.
    ///
    /// @param buckets size of the table, a power of two
    static int row(int function, long key, int buckets) {
        return (int) (mix(key ^ SEEDS[function]) & (buckets - 1));
    }

    private static long absorb(long state, String text) {
        long hash = state;
        for (int i = 0; i < text.length(); i++) {
            hash = absorb(hash, text.charAt(i));
        }
        return hash;
    }

    private static long absorb(long state, char unit) {
        long hash = (state ^ unit) * 0x100000001B3L;
        return hash ^ (hash >>> 29);
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
