package dev.torii.engine.embed.export.tower;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The values of a tensor, read in pieces.
public interface FloatSource {
    /// How many values.
    long size();

    /// Gives all values to `sink`, in order, as little-endian float32.
    void writeTo(Sink sink) throws IOException;

    /// Takes bytes.
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes) throws IOException;
    }

    /// The same value again and again.
    static FloatSource constant(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return of(values);
    }

    static FloatSource of(float[] values) {
        return new FloatSource() {
            @Override
            public long size() {
                return values.length;
            }

            @Override
            public void writeTo(Sink sink) throws IOException {
                sink.write(littleEndian(values));
            }
        };
    }

    /// Values as bytes.
    static byte[] littleEndian(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }
}
