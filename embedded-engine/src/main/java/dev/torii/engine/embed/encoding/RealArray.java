package dev.torii.engine.embed.encoding;

import java.nio.ByteBuffer;

/// PostgreSQL's binary form of a one-dimensional `real[]` without nulls: dimensions, null flag, element type,
/// length, lower bound, then each element with its size before it.
final class RealArray {
    private static final int HEADER_TO_LENGTH = 12;

    private RealArray() {}

    static float[] decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getInt(0) == 0) {
            return new float[0];
        }
        buffer.position(HEADER_TO_LENGTH);
        float[] vector = new float[buffer.getInt()];
        buffer.getInt(); // lower bound
        for (int i = 0; i < vector.length; i++) {
            buffer.getInt(); // size of the element
            vector[i] = buffer.getFloat();
        }
        return vector;
    }
}
