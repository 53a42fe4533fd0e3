package dev.torii.engine.embed.features;

import dev.torii.models.catalog.Term;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/// The terms that the catalogue held when a model was trained. Others are left out of the features: their rows
/// belong to somebody else, so a genre that came later would borrow the taste of another one.
public final class KnownTerms {
    private final long[] keys;

    /// @param keys of terms, in any order
    KnownTerms(LongStream keys) {
        this.keys = keys.sorted().distinct().toArray();
    }

    /// The key of a term.
    static long key(Term term) {
        return TokenHash.key(TokenHash.field(term.kind().name()), term.externalId());
    }

    boolean contains(long key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /// 8 bytes for each key, big endian, ascending.
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(keys.length * Long.BYTES);
        buffer.asLongBuffer().put(keys);
        return buffer.array();
    }

    /// Reads what [#toBytes] wrote.
    public static KnownTerms fromBytes(byte[] bytes) {
        if (bytes.length % Long.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of terms");
        }
        long[] keys = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(keys);
        return new KnownTerms(Arrays.stream(keys));
    }
}
