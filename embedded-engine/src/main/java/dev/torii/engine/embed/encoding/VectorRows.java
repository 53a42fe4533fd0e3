package dev.torii.engine.embed.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Rows of vectors in PostgreSQL's binary form of COPY: video, model, revision, vector. Each field has its
/// length before it; numbers are big-endian.
final class VectorRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int REAL = 700;
    private static final int ENVELOPE = 64;

    private VectorRows() {}

    /// @param pgvector the form of the column: pgvector's `vector`, or `real[]`
    static byte[] of(String modelVersion, List<VideoVector> vectors, boolean pgvector) {
        byte[] model = modelVersion.getBytes(StandardCharsets.UTF_8);
        int size = ENVELOPE;
        for (VideoVector vector : vectors) {
            size += ENVELOPE + model.length + vector.vector().length * (pgvector ? Float.BYTES : 2 * Float.BYTES);
        }
        ByteBuffer rows = ByteBuffer.allocate(size);
        rows.put(SIGNATURE).putInt(0).putInt(0);
        for (VideoVector vector : vectors) {
            rows.putShort((short) 4);
            rows.putInt(2 * Long.BYTES)
                    .putLong(vector.videoId().getMostSignificantBits())
                    .putLong(vector.videoId().getLeastSignificantBits());
            rows.putInt(model.length).put(model);
            rows.putInt(Long.BYTES).putLong(vector.videoRevision());
            if (pgvector) {
                putVector(rows, vector.vector());
            } else {
                putArray(rows, vector.vector());
            }
        }
        rows.putShort((short) -1);
        byte[] bytes = new byte[rows.position()];
        rows.rewind();
        rows.get(bytes);
        return bytes;
    }

    /// Number of dimensions, two spare bytes, the numbers.
    private static void putVector(ByteBuffer rows, float[] vector) {
        rows.putInt(2 * Short.BYTES + vector.length * Float.BYTES)
                .putShort((short) vector.length)
                .putShort((short) 0);
        for (float value : vector) {
            rows.putFloat(value);
        }
    }

    /// One dimension, no nulls, the element's type, length, lower bound, then each number with its size
    /// before it.
    private static void putArray(ByteBuffer rows, float[] vector) {
        rows.putInt(5 * Integer.BYTES + vector.length * 2 * Float.BYTES);
        rows.putInt(1).putInt(0).putInt(REAL).putInt(vector.length).putInt(1);
        for (float value : vector) {
            rows.putInt(Float.BYTES).putFloat(value);
        }
    }
}
