package dev.torii.engine.embed.features;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Which videos have rows of their own in the id tables. Slot 0 belongs to nobody and stays zero.
///
/// An exact slot and not a hash: a video that training never met must not borrow the taste of another one.
public final class ItemSlots {
    private static final int BYTES_PER_ID = 16;

    private final List<UUID> ids;
    private final Map<UUID, Integer> slots;

    /// @param ids the video of slot 1, 2 and so on
    public ItemSlots(List<UUID> ids) {
        this.ids = List.copyOf(ids);
        this.slots = HashMap.newHashMap(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            slots.put(ids.get(i), i + 1);
        }
    }

    /// Rows of an id table, slot 0 included.
    public int rows() {
        return ids.size() + 1;
    }

    /// The slot of a video; 0 when it has none.
    public int slot(UUID videoId) {
        return slots.getOrDefault(videoId, 0);
    }

    /// At most `count` of the videos with slots, evenly spread over them.
    public List<UUID> spread(int count) {
        int taken = Math.min(count, ids.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> ids.get((int) ((long) i * ids.size() / taken)))
                .toList();
    }

    /// 16 bytes for each id, big endian, in the order of the slots.
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(ids.size() * BYTES_PER_ID);
        ids.forEach(id -> buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return buffer.array();
    }

    /// Reads what [#toBytes] wrote.
    public static ItemSlots fromBytes(byte[] bytes) {
        if (bytes.length % BYTES_PER_ID != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of ids");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID[] ids = new UUID[bytes.length / BYTES_PER_ID];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = new UUID(buffer.getLong(), buffer.getLong());
        }
        return new ItemSlots(List.of(ids));
    }
}
