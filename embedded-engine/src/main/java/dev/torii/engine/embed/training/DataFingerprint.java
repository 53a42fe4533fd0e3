package dev.torii.engine.embed.training;

import dev.torii.engine.catalog.PackedVideos;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Tells whether two models were trained on the same positives.
final class DataFingerprint {
    private DataFingerprint() {}

    /// SHA-256 in hex over the catalogue's ids, the histories and their times.
    static String of(InteractionSet data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(16);
            addIds(data.videos(), digest, buffer);
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

    private static void addIds(List<Video> videos, MessageDigest digest, ByteBuffer buffer) {
        if (videos instanceof PackedVideos packed) {
            for (int item = 0; item < packed.size(); item++) {
                update(digest, buffer, packed.idHigh()[item], packed.idLow()[item]);
            }
        } else {
            videos.forEach(video -> update(
                    digest,
                    buffer,
                    video.id().getMostSignificantBits(),
                    video.id().getLeastSignificantBits()));
        }
    }

    private static void update(MessageDigest digest, ByteBuffer buffer, long high, long low) {
        buffer.clear().putLong(high).putLong(low).flip();
        digest.update(buffer);
    }
}
