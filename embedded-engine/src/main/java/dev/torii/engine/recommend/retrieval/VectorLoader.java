package dev.torii.engine.recommend.retrieval;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Loads a snapshot row by row: first [#describe] for every video, then [#put] for every vector, in any order.
/// Nothing but columns is held in between.
public final class VectorLoader {
    private final int dimension;
    private final SearchSettings settings;
    private final SegmentTarget target;
    private final FactColumns facts = new FactColumns();
    private @Nullable SegmentWriter writer;
    private long refused;

    VectorLoader(int dimension, SearchSettings settings, SegmentTarget target) {
        this.dimension = dimension;
        this.settings = settings;
        this.target = target;
    }

    /// Loads into memory outside the heap.
    public static VectorLoader inMemory(int dimension, SearchSettings settings) {
        return new VectorLoader(dimension, settings, SegmentTarget.MEMORY);
    }

    public void describe(RowFacts row) {
        if (writer != null) {
            throw new IllegalStateException("all rows are described before the first vector is put");
        }
        facts.add(row);
    }

    /// @return whether the vector was taken; one of an unknown video, of a wrong length or with a value that is not
    /// finite is refused and counted
    public boolean put(UUID id, float[] vector) throws IOException {
        boolean taken = writer().put(id, vector);
        if (!taken) {
            refused++;
        }
        return taken;
    }

    /// Vectors that were not taken.
    public long refused() {
        return refused;
    }

    /// @param watermark the last change of the database that was read
    public VectorSnapshot finish(String modelVersion, long watermark) throws IOException {
        return snapshot(writer().finish(modelVersion, watermark), settings);
    }

    static VectorSnapshot snapshot(VectorSegment segment, SearchSettings settings) {
        BitSet live = segment.filled();
        return new VectorSnapshot(
                segment.header().modelVersion(),
                segment.header().layout().dimension(),
                segment.header().watermark(),
                settings,
                List.of(new VectorSnapshot.Part(segment, live)));
    }

    private SegmentWriter writer() throws IOException {
        if (writer == null) {
            writer = new SegmentWriter(facts, dimension, target);
        }
        return writer;
    }
}
