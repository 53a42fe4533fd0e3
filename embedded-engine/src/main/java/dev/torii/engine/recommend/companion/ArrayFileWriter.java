package dev.torii.engine.recommend.companion;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes numbers one after the other, little endian, for [MappedArrays] to read.
final class ArrayFileWriter implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);

    /// @param file must not exist yet
    ArrayFileWriter(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    void add(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void add(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    void add(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    void add(float value) throws IOException {
        room(Float.BYTES).putFloat(value);
    }

    void add(byte value) throws IOException {
        room(Byte.BYTES).put(value);
    }

    void addAll(float[] values) throws IOException {
        for (float value : values) {
            add(value);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
