package dev.torii.models.monitoring;

/// How a part of the system is.
public enum PartState {
    /// Not yet there, and on its way.
    STARTING,
    UP,
    /// Works, with less than all.
    DEGRADED,
    /// There is nothing yet to work with (no model trained, nothing embedded).
    EMPTY,
    DOWN
}
