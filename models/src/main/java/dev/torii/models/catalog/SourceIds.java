package dev.torii.models.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Name-based ids (RFC 9562, version 5) of rows that come from outside: the same source and external id always give
/// the same UUID, so a repeated import meets the same rows.
public final class SourceIds {
    private static final UUID NAMESPACE = UUID.fromString("6f0a3f0e-5b1c-5d0a-9d7e-7a1f0b9c2e11");

    private SourceIds() {}

    public static UUID video(String source, String externalId) {
        return nameBased("video\u0000" + source + "\u0000" + externalId);
    }

    public static UUID user(String source, String externalId) {
        return nameBased("user\u0000" + source + "\u0000" + externalId);
    }

    private static UUID nameBased(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
