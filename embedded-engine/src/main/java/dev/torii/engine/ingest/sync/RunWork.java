package dev.torii.engine.ingest.sync;

import org.jdbi.v3.core.Handle;

/// The work of a run.
@FunctionalInterface
public interface RunWork {
    /// @param transaction open until the work ends: what is written through it comes or goes with the run as a
    /// whole
    void run(Handle transaction, ActiveRun run);
}
