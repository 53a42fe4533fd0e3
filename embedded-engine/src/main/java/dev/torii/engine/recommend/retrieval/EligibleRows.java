package dev.torii.engine.recommend.retrieval;

import dev.torii.models.catalog.CatalogFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The rows of a snapshot that pass a filter and are not excluded: exact, and counted.
public final class EligibleRows {
    private final List<VectorSnapshot.Part> parts;
    private final List<BitSet> rows = new ArrayList<>();
    private long count;
    private long excluded;

    EligibleRows(List<VectorSnapshot.Part> parts, CatalogFilter filter, Set<UUID> excludedIds) {
        this.parts = parts;
        for (VectorSnapshot.Part part : parts) {
            BitSet matching = part.segment().columns().matching(filter, part.live());
            excluded +=
                    clear(part.segment(), matching, excludedIds) + clear(part.segment(), matching, filter.excludeIds());
            count += matching.cardinality();
            rows.add(matching);
        }
    }

    /// How many rows there are.
    public long count() {
        return count;
    }

    /// How many passed the filter and were excluded.
    public long excluded() {
        return excluded;
    }

    public boolean contains(UUID id) {
        for (int i = 0; i < rows.size(); i++) {
            int row = parts.get(i).segment().row(id);
            if (row >= 0 && rows.get(i).get(row)) {
                return true;
            }
        }
        return false;
    }

    /// Those of one segment.
    BitSet rows(int part) {
        return rows.get(part);
    }

    private static int clear(VectorSegment segment, BitSet rows, Collection<UUID> excluded) {
        int cleared = 0;
        for (UUID id : excluded) {
            int row = segment.row(id);
            if (row >= 0 && rows.get(row)) {
                rows.clear(row);
                cleared++;
            }
        }
        return cleared;
    }
}
