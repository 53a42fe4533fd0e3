package dev.torii.engine.ingest.sample;

import dev.torii.engine.jobs.Job;
import dev.torii.models.sync.SyncRun;

/// Fills an empty database with the generated sample catalogue.
public final class SampleService {
    public Job<SyncRun> fill(int videos, int users, long seed) {
        throw new IllegalStateException("not wired yet");
    }
}
