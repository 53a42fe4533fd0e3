package dev.torii.engine.ingest.sync;

import dev.torii.engine.jobs.Job;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncRequest;
import dev.torii.models.sync.SyncRun;
import java.util.List;
import java.util.UUID;

/// Runs of the catalogue synchronisation and what they set aside.
public final class SyncService {
    public Job<SyncRun> sync(SyncRequest request) {
        throw new IllegalStateException("not wired yet");
    }

    /// Runs of every source, newest first.
    public List<SyncRun> runs(int limit) {
        throw new IllegalStateException("not wired yet");
    }

    public List<QuarantinedItem> quarantine(UUID runId, int limit) {
        throw new IllegalStateException("not wired yet");
    }
}
