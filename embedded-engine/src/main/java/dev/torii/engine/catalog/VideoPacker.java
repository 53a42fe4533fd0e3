package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Packs videos as they come, one after the other, into [PackedVideos].
public final class VideoPacker {
    static final int SITE = 1;
    static final int DESCRIPTION = 1 << 1;
    static final int PRICE = 1 << 2;
    static final int DURATION = 1 << 3;
    static final int RELEASED = 1 << 4;
    static final int RATING = 1 << 5;
    static final int RATINGS = 1 << 6;

    private final List<byte[]> blocks = new ArrayList<>();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(block);
    private final Map<Term, Integer> termNumbers = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, Integer> nameNumbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] offsets = new int[1024];
    private int size;

    public void add(Video video) {
        if (size == high.length) {
            int grown = Math.addExact(size, size >> 1);
            high = Arrays.copyOf(high, grown);
            low = Arrays.copyOf(low, grown);
            offsets = Arrays.copyOf(offsets, grown);
        }
        high[size] = video.id().getMostSignificantBits();
        low[size] = video.id().getLeastSignificantBits();
        offsets[size] = block.size();
        try {
            write(video);
            size++;
            if (size % PackedVideos.BLOCK == 0) {
                endBlock();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    private void endBlock() {
        blocks.add(block.toByteArray());
        block.reset();
    }

    private void write(Video video) throws IOException {
        Instant released = video.releasedAt();
        out.writeShort(present(video));
        out.writeInt(number(video.source(), nameNumbers, names));
        text(video.externalId());
        text(video.title());
        out.writeInt(video.terms().size());
        for (Term term : video.terms()) {
            out.writeInt(number(term, termNumbers, terms));
        }
        if (video.site() != null) {
            out.writeInt(number(video.site(), nameNumbers, names));
        }
        if (video.description() != null) {
            text(video.description());
        }
        if (video.price() != null) {
            text(video.price().toString());
        }
        if (video.durationSeconds() != null) {
            out.writeInt(video.durationSeconds());
        }
        if (released != null) {
            out.writeLong(released.getEpochSecond());
            out.writeInt(released.getNano());
        }
        if (video.ratingAverage() != null) {
            out.writeDouble(video.ratingAverage());
        }
        if (video.ratingCount() != null) {
            out.writeInt(video.ratingCount());
        }
    }

    private static int present(Video video) {
        return (video.site() == null ? 0 : SITE)
                | (video.description() == null ? 0 : DESCRIPTION)
                | (video.price() == null ? 0 : PRICE)
                | (video.durationSeconds() == null ? 0 : DURATION)
                | (video.releasedAt() == null ? 0 : RELEASED)
                | (video.ratingAverage() == null ? 0 : RATING)
                | (video.ratingCount() == null ? 0 : RATINGS);
    }

    private static <T> int number(T value, Map<T, Integer> numbers, List<T> values) {
        return numbers.computeIfAbsent(value, unseen -> {
            values.add(unseen);
            return values.size() - 1;
        });
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// The videos so far, in the order in which they came.
    public PackedVideos build() {
        if (size % PackedVideos.BLOCK != 0) {
            endBlock();
        }
        return new PackedVideos(
                Arrays.copyOf(high, size),
                Arrays.copyOf(low, size),
                blocks.toArray(byte[][]::new),
                Arrays.copyOf(offsets, size),
                terms,
                names);
    }
}
