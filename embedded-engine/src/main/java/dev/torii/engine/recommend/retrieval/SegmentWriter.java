package dev.torii.engine.recommend.retrieval;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.UUID;

/// Builds a segment: first the facts of all rows, then their vectors in any order. Rows are laid out by their first
/// genre, so that a filter by genre reads mostly contiguous memory.
final class SegmentWriter {
    private final MemorySegment data;
    private final SegmentLayout layout;
    private final IdTable ids;
    private int written;

    /// @param facts every row that may get a vector; one that gets none is never found
    SegmentWriter(FactColumns facts, int dimension, SegmentTarget target) throws IOException {
        int[] rowOf = facts.genres.rowsByFirstTerm();
        ByteArrayOutputStream terms = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(terms)) {
            facts.genres.postings(rowOf).write(out);
            facts.makers.postings(rowOf).write(out);
        }
        layout = SegmentLayout.of(facts.count(), dimension, terms.size());
        data = target.allocate(layout.totalBytes());
        MemorySegment.copy(MemorySegment.ofArray(terms.toByteArray()), 0, data, layout.termsAt(), layout.termBytes());
        for (int described = 0; described < rowOf.length; described++) {
            writeFacts(facts, described, rowOf[described]);
        }
        ids = new IdTable(data.asSlice(layout.idsAt(), 16L * layout.rowCount()), layout.rowCount());
    }

    /// @return whether the vector was taken: its row was described, its length is right, and it is finite
    boolean put(UUID id, float[] vector) {
        int row = ids.row(id);
        if (row < 0 || vector.length != layout.dimension() || !Quantization.isFinite(vector)) {
            return false;
        }
        float scale = Quantization.scale(vector);
        byte[] rounded = new byte[vector.length];
        for (int i = 0; i < vector.length; i++) {
            rounded[i] = (byte) Quantization.round(vector[i], scale);
        }
        MemorySegment.copy(
                rounded,
                0,
                data,
                ValueLayout.JAVA_BYTE,
                layout.bytesAt() + (long) row * layout.stride(),
                rounded.length);
        MemorySegment.copy(
                vector, 0, data, ValueLayout.JAVA_FLOAT, layout.floatsAt() + 4L * row * layout.stride(), vector.length);
        if (Float.isNaN(data.get(ValueLayout.JAVA_FLOAT, layout.scalesAt() + 4L * row))) {
            written++;
        }
        data.set(ValueLayout.JAVA_FLOAT, layout.scalesAt() + 4L * row, scale);
        return true;
    }

    /// Rows that have a vector by now.
    int written() {
        return written;
    }

    /// Seals the segment.
    VectorSegment finish(String modelVersion, long watermark) throws IOException {
        new SegmentHeader(layout, modelVersion, watermark, SegmentHeader.bodyChecksum(data)).write(data);
        return VectorSegment.open(data);
    }

    private void writeFacts(FactColumns facts, int described, int row) {
        data.set(ValueLayout.JAVA_LONG, layout.idsAt() + 16L * row, facts.idWord(described, 0));
        data.set(ValueLayout.JAVA_LONG, layout.idsAt() + 16L * row + 8, facts.idWord(described, 1));
        data.set(ValueLayout.JAVA_DOUBLE, layout.ratingsAt() + 8L * row, facts.rating(described));
        data.set(ValueLayout.JAVA_DOUBLE, layout.pricesAt() + 8L * row, facts.price(described));
        data.set(ValueLayout.JAVA_LONG, layout.releasedAt() + 8L * row, facts.released(described));
        data.set(ValueLayout.JAVA_FLOAT, layout.scalesAt() + 4L * row, Float.NaN);
    }
}
