package dev.torii.engine.recommend.retrieval;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.UUID;

/// From an id to its row: open addressing over the id column, eight bytes a row and no objects.
final class IdTable {
    private static final int EMPTY = -1;

    private final MemorySegment ids;
    private final int[] slots;

    /// @param ids two 64-bit words a row
    IdTable(MemorySegment ids, int rowCount) {
        this.ids = ids;
        this.slots = new int[Integer.highestOneBit(Math.max(4, rowCount)) * 4];
        Arrays.fill(slots, EMPTY);
        for (int row = 0; row < rowCount; row++) {
            slots[slot(id(row))] = row;
        }
    }

    UUID id(int row) {
        return new UUID(word(2L * row), word(2L * row + 1));
    }

    /// The row of `id`; -1 when there is none.
    int row(UUID id) {
        return slots[slot(id)];
    }

    private int slot(UUID id) {
        long mixed = (id.getMostSignificantBits() * 0x9E37_79B9_7F4A_7C15L) ^ id.getLeastSignificantBits();
        int at = (int) ((mixed * 0x9E37_79B9_7F4A_7C15L) >>> 33) & (slots.length - 1);
        while (slots[at] != EMPTY && !matches(slots[at], id)) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }

    private boolean matches(int row, UUID id) {
        return word(2L * row) == id.getMostSignificantBits() && word(2L * row + 1) == id.getLeastSignificantBits();
    }

    private long word(long index) {
        return ids.getAtIndex(ValueLayout.JAVA_LONG, index);
    }
}
