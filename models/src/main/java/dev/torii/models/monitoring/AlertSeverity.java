package dev.torii.models.monitoring;

/// How urgent an alert is.
public enum AlertSeverity {
    /// Worth knowing.
    INFO,
    /// Something works with less than all.
    WARNING,
    /// Something does not work.
    CRITICAL
}
