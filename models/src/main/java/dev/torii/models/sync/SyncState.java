package dev.torii.models.sync;

/// The state of a synchronisation run.
public enum SyncState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
