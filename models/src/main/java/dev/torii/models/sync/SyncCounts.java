package dev.torii.models.sync;

/// What a run did. `read = added + changed + unchanged + quarantined + duplicates`.
public record SyncCounts(long read, long added, long changed, long unchanged, long quarantined, long duplicates) {
    public static final SyncCounts ZERO = new SyncCounts(0, 0, 0, 0, 0, 0);
}
