package dev.torii.engine.recommend.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// The videos that companions know, by number: those that somebody liked when they were fitted. Open addressing
/// over two words a video, no object for any of them.
final class CompanionItems {
    private static final int EMPTY = -1;

    private final long[] words;
    private final int[] slots;

    CompanionItems(List<UUID> ids) {
        this(words(ids));
    }

    private CompanionItems(long[] words) {
        this.words = words;
        this.slots = new int[Integer.highestOneBit(Math.max(4, words.length / 2)) * 4];
        Arrays.fill(slots, EMPTY);
        for (int item = 0; item < size(); item++) {
            slots[slot(words[2 * item], words[2 * item + 1])] = item;
        }
    }

    int size() {
        return words.length / 2;
    }

    UUID id(int item) {
        return new UUID(words[2 * item], words[2 * item + 1]);
    }

    /// The number of a video; -1 when companions do not know it.
    int number(UUID id) {
        return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    private int slot(long high, long low) {
        long mixed = (high * 0x9E37_79B9_7F4A_7C15L) ^ low;
        int at = (int) ((mixed * 0x9E37_79B9_7F4A_7C15L) >>> 33) & (slots.length - 1);
        while (slots[at] != EMPTY && (words[2 * slots[at]] != high || words[2 * slots[at] + 1] != low)) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    void write(Path file) throws IOException {
        try (ArrayFileWriter out = new ArrayFileWriter(file)) {
            for (long word : words) {
                out.add(word);
            }
        }
    }

    static CompanionItems read(Path file) throws IOException {
        MappedArrays in = MappedArrays.open(file);
        long bytes = in.data().byteSize();
        in.expect(bytes / 16 * 16);
        long[] words = new long[Math.toIntExact(bytes / 8)];
        for (int at = 0; at < words.length; at++) {
            words[at] = in.longAt(8L * at);
        }
        return new CompanionItems(words);
    }

    private static long[] words(List<UUID> ids) {
        long[] words = new long[2 * ids.size()];
        int at = 0;
        for (UUID id : ids) {
            words[at++] = id.getMostSignificantBits();
            words[at++] = id.getLeastSignificantBits();
        }
        return words;
    }
}
