package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one video of [PackedVideos]. The fields stand in the order in which [VideoPacker] writes them.
final class PackedVideoReader {
    private final ByteBuffer bytes;
    private final List<Term> terms;
    private final List<String> names;

    PackedVideoReader(byte[] block, int offset, List<Term> terms, List<String> names) {
        this.bytes = ByteBuffer.wrap(block).position(offset);
        this.terms = terms;
        this.names = names;
    }

    Video read(UUID id) {
        int present = bytes.getShort();
        String source = names.get(bytes.getInt());
        String externalId = text();
        String title = text();
        List<Term> described = new ArrayList<>();
        for (int count = bytes.getInt(); count > 0; count--) {
            described.add(terms.get(bytes.getInt()));
        }
        return new Video(
                id,
                source,
                externalId,
                has(present, VideoPacker.SITE) ? names.get(bytes.getInt()) : null,
                title,
                has(present, VideoPacker.DESCRIPTION) ? text() : null,
                described,
                has(present, VideoPacker.PRICE) ? new BigDecimal(text()) : null,
                has(present, VideoPacker.DURATION) ? (Integer) bytes.getInt() : null,
                released(present),
                has(present, VideoPacker.RATING) ? (Double) bytes.getDouble() : null,
                has(present, VideoPacker.RATINGS) ? (Integer) bytes.getInt() : null,
                null,
                null,
                null);
    }

    private @Nullable Instant released(int present) {
        return has(present, VideoPacker.RELEASED) ? Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()) : null;
    }

    private static boolean has(int present, int field) {
        return (present & field) != 0;
    }

    private String text() {
        int length = bytes.getInt();
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }
}
