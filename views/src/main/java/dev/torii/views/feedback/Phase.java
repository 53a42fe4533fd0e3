package dev.torii.views.feedback;

/// What a part of a view shows at the moment.
public enum Phase {
    /// Nothing was asked for yet.
    IDLE,
    LOADING,
    READY,
    /// The answer holds nothing.
    EMPTY,
    FAILED
}
