package dev.torii.engine.ingest.sync;

import dev.torii.engine.catalog.VideoDao.UpsertCounts;
import dev.torii.models.sync.SyncCounts;

/// Adds up what a run does. What was read is the sum of what became of it.
public final class CountTally {
    private long added;
    private long changed;
    private long unchanged;
    private long quarantined;
    private long duplicates;

    public void upserted(UpsertCounts counts) {
        added += counts.added();
        changed += counts.changed();
        unchanged += counts.unchanged();
    }

    public void added(long count) {
        added += count;
    }

    public void unchanged(long count) {
        unchanged += count;
    }

    public void quarantined(long count) {
        quarantined += count;
    }

    public void duplicates(long count) {
        duplicates += count;
    }

    /// Forgets everything: it was undone.
    void clear() {
        added = 0;
        changed = 0;
        unchanged = 0;
        quarantined = 0;
        duplicates = 0;
    }

    public SyncCounts counts() {
        long read = added + changed + unchanged + quarantined + duplicates;
        return new SyncCounts(read, added, changed, unchanged, quarantined, duplicates);
    }
}
