package dev.torii.engine.recommend.retrieval;

import dev.torii.models.catalog.CatalogFilter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.function.IntPredicate;

/// The columns that filters read, and the rows that pass one. Always exact.
record FilterColumns(MemorySegment data, SegmentLayout layout, TermPostings genres, TermPostings makers) {

    /// The rows of `live` that pass `filter`; its excluded ids are not looked at here.
    BitSet matching(CatalogFilter filter, BitSet live) {
        BitSet rows = (BitSet) live.clone();
        if (!filter.genres().isEmpty()) {
            rows.and(genres.anyOf(filter.genres(), layout.rowCount()));
        }
        if (!filter.makers().isEmpty()) {
            rows.and(makers.anyOf(filter.makers(), layout.rowCount()));
        }
        if (filter.minRating() != null) {
            double least = filter.minRating();
            keep(rows, row -> data.get(ValueLayout.JAVA_DOUBLE, layout.ratingsAt() + 8L * row) >= least);
        }
        if (filter.maxPrice() != null) {
            double most = filter.maxPrice().doubleValue();
            keep(rows, row -> data.get(ValueLayout.JAVA_DOUBLE, layout.pricesAt() + 8L * row) <= most);
        }
        if (filter.releasedAfter() != null) {
            long after = FactColumns.micros(filter.releasedAfter());
            keep(rows, row -> data.get(ValueLayout.JAVA_LONG, layout.releasedAt() + 8L * row) > after);
        }
        return rows;
    }

    private static void keep(BitSet rows, IntPredicate passes) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!passes.test(row)) {
                rows.clear(row);
            }
        }
    }
}
