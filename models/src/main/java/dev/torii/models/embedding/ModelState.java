package dev.torii.models.embedding;

/// The state of a model version.
public enum ModelState {
    /// Trained and registered; may be activated.
    CANDIDATE,
    /// Answers requests; at most one version is active.
    ACTIVE,
    /// Was active before.
    RETIRED,
    /// Did not pass its gate.
    REJECTED
}
