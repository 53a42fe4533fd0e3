package dev.torii.engine.recommend.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What changed since a snapshot was loaded: a small segment of its own beside the large ones, whose replaced and
/// removed rows no longer count. Used by one thread; the snapshots that it makes are for all.
public final class RecentChanges {
    private final VectorSnapshot loaded;
    private final SearchSettings settings;
    private final Map<UUID, RowChange> rows = new HashMap<>();
    private final Set<UUID> removed = new HashSet<>();

    public RecentChanges(VectorSnapshot loaded, SearchSettings settings) {
        this.loaded = loaded;
        this.settings = settings;
    }

    /// Rows held here; when they are many, loading anew is better.
    public int size() {
        return rows.size();
    }

    /// The loaded snapshot with all changes so far.
    public VectorSnapshot apply(Collection<RowChange> changed, Collection<UUID> gone, long watermark)
            throws IOException {
        for (UUID id : gone) {
            rows.remove(id);
            removed.add(id);
        }
        for (RowChange change : changed) {
            rows.put(change.facts().id(), change);
        }
        List<VectorSnapshot.Part> parts = new ArrayList<>();
        for (VectorSnapshot.Part part : loaded.parts()) {
            BitSet live = (BitSet) part.live().clone();
            clear(part.segment(), live, rows.keySet());
            clear(part.segment(), live, removed);
            parts.add(new VectorSnapshot.Part(part.segment(), live));
        }
        if (!rows.isEmpty()) {
            VectorSegment recent = segment(watermark);
            parts.add(new VectorSnapshot.Part(recent, recent.filled()));
        }
        return new VectorSnapshot(loaded.modelVersion(), loaded.dimension(), watermark, settings, parts);
    }

    private VectorSegment segment(long watermark) throws IOException {
        FactColumns facts = new FactColumns();
        rows.values().forEach(row -> facts.add(row.facts()));
        SegmentWriter writer = new SegmentWriter(facts, loaded.dimension(), SegmentTarget.MEMORY);
        rows.forEach((id, row) -> writer.put(id, row.vector()));
        return writer.finish(loaded.modelVersion(), watermark);
    }

    private static void clear(VectorSegment segment, BitSet live, Set<UUID> ids) {
        for (UUID id : ids) {
            int row = segment.row(id);
            if (row >= 0) {
                live.clear(row);
            }
        }
    }
}
