package dev.torii.engine.ingest.importer;

import dev.torii.engine.jobs.Job;
import dev.torii.models.sync.SyncRun;
import java.nio.file.Path;

/// Imports data sets.
public final class ImportService {
    /// MovieLens 100K, 1M or a later format, told apart by its files.
    public Job<SyncRun> movielens(Path folder) {
        throw new IllegalStateException("not wired yet");
    }

    /// Videos and interactions as CSV with a header line.
    public Job<SyncRun> csv(Path videos, Path interactions) {
        throw new IllegalStateException("not wired yet");
    }
}
