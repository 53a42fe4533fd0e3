package dev.torii.engine.recommend.retrieval;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.UUID;

/// An immutable block of rows: ids, filter columns, vectors in float32 and in bytes. Vectors live outside the heap;
/// the heap holds the id table, the postings and a bit a row.
final class VectorSegment {
    private final MemorySegment data;
    private final SegmentHeader header;
    private final SegmentLayout layout;
    private final IdTable ids;
    private final FilterColumns columns;
    private final BitSet filled = new BitSet();

    private VectorSegment(MemorySegment data, SegmentHeader header, TermPostings genres, TermPostings makers) {
        this.data = data;
        this.header = header;
        this.layout = header.layout();
        this.ids = new IdTable(data.asSlice(layout.idsAt(), 16L * layout.rowCount()), layout.rowCount());
        this.columns = new FilterColumns(data, layout, genres, makers);
        for (int row = 0; row < layout.rowCount(); row++) {
            filled.set(row, !Float.isNaN(scale(row)));
        }
    }

    static VectorSegment open(MemorySegment data) throws IOException {
        SegmentHeader header = SegmentHeader.read(data);
        SegmentLayout layout = header.layout();
        ByteBuffer terms = data.asSlice(layout.termsAt(), layout.termBytes()).asByteBuffer();
        try (DataInputStream in = new DataInputStream(new ByteBufferInput(terms))) {
            TermPostings genres = TermPostings.read(in);
            return new VectorSegment(data, header, genres, TermPostings.read(in));
        }
    }

    SegmentHeader header() {
        return header;
    }

    int stride() {
        return layout.stride();
    }

    /// The rows that have a vector.
    BitSet filled() {
        return (BitSet) filled.clone();
    }

    FilterColumns columns() {
        return columns;
    }

    UUID id(int row) {
        return ids.id(row);
    }

    /// The row of `id`; -1 when there is none.
    int row(UUID id) {
        return ids.row(id);
    }

    float[] vector(int row) {
        float[] vector = new float[layout.dimension()];
        MemorySegment.copy(
                data, ValueLayout.JAVA_FLOAT, layout.floatsAt() + 4L * row * layout.stride(), vector, 0, vector.length);
        return vector;
    }

    /// Dot product in float32.
    float exact(QuantizedQuery query, int row) {
        return DotProducts.floats(query.exact(), data, layout.floatsAt() + 4L * row * layout.stride());
    }

    /// Dot product over bytes, in units of the query's scale.
    float rounded(QuantizedQuery query, int row) {
        return scale(row) * DotProducts.bytes(query.rounded(), data, layout.bytesAt() + (long) row * layout.stride());
    }

    private float scale(int row) {
        return data.get(ValueLayout.JAVA_FLOAT, layout.scalesAt() + 4L * row);
    }

    private static final class ByteBufferInput extends InputStream {
        private final ByteBuffer buffer;

        ByteBufferInput(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int read() {
            return buffer.hasRemaining() ? buffer.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!buffer.hasRemaining()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(target, offset, count);
            return count;
        }
    }
}
