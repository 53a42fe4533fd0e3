package dev.torii.engine.recommend.companion;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of [ArrayFileWriter], mapped: read by offset, outside the heap, and let go when nobody holds it any more.
record MappedArrays(MemorySegment data) {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static MappedArrays open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MappedArrays(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
        }
    }

    /// @throws IOException when the file has another size than it should
    MappedArrays expect(long bytes) throws IOException {
        if (data.byteSize() != bytes) {
            throw new IOException("a file has %d bytes, not %d".formatted(data.byteSize(), bytes));
        }
        return this;
    }

    int intAt(long offset) {
        return data.get(INT, offset);
    }

    long longAt(long offset) {
        return data.get(LONG, offset);
    }

    double doubleAt(long offset) {
        return data.get(DOUBLE, offset);
    }

    float floatAt(long offset) {
        return data.get(FLOAT, offset);
    }

    byte byteAt(long offset) {
        return data.get(ValueLayout.JAVA_BYTE, offset);
    }

    void floats(long offset, float[] target) {
        MemorySegment.copy(data, FLOAT, offset, target, 0, target.length);
    }
}
