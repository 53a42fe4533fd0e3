package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A checksum of all that is known of a video, in the precision of the database: the same video read twice from its
/// source gives the same one.
final class VideoFingerprint {
    private final MessageDigest digest;

    private VideoFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(Video video) {
        VideoFingerprint print = new VideoFingerprint();
        print.add(video.site());
        print.add(video.title());
        print.add(video.description());
        BigDecimal price = video.price();
        print.add(price == null ? null : price.stripTrailingZeros().toPlainString());
        print.add(video.durationSeconds());
        Instant released = video.releasedAt();
        print.add(released == null ? null : released.truncatedTo(ChronoUnit.MICROS));
        print.add(video.ratingAverage());
        print.add(video.ratingCount());
        print.add(video.thumbnailUrl());
        print.add(video.previewVideoUrl());
        print.add(video.productUrl());
        for (Term term : video.terms()) {
            print.add(term.kind().name());
            print.add(term.externalId());
            print.add(term.name());
            print.add(term.ruby());
        }
        return HexFormat.of().formatHex(print.digest.digest(), 0, 16);
    }

    /// Each value with its length before it, so that no two lists of values run together into the same bytes.
    private void add(@Nullable Object value) {
        if (value == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
