package dev.torii.engine.embed.training;

import dev.torii.engine.people.InteractionSet;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether two models were trained on the same positives.
final class DataFingerprint {
    private DataFingerprint() {}

    /// SHA-256 in hex over the catalogue's ids, the histories and their times.
    static String of(InteractionSet data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(16);
            data.videos()
                    .forEach(video -> update(
                            digest,
                            buffer,
                            video.id().getMostSignificantBits(),
                            video.id().getLeastSignificantBits()));
            for (int start : data.rowStarts()) {
                update(digest, buffer, start, 0);
            }
            for (int k = 0; k < data.interactionCount(); k++) {
                update(digest, buffer, data.items()[k], data.epochSeconds()[k]);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, ByteBuffer buffer, long high, long low) {
        buffer.clear().putLong(high).putLong(low).flip();
        digest.update(buffer);
    }
}
