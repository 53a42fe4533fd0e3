package dev.torii.models.embedding;

/// How one check of the gate ended.
public enum GateOutcome {
    PASSED,
    FAILED,
    /// There was nothing to compare with; the check's sentence says why. It stops nobody.
    NOT_COMPARED
}
