package dev.torii.app.http.problem;

import java.util.Map;

/// The body of every answer that is an error.
public record ErrorAnswer(boolean success, Problem error) {
    /// @param code a [ProblemKind]
    /// @param message for people
    /// @param timestamp ISO 8601, UTC
    public record Problem(
            String code, String message, Map<String, Object> details, String timestamp, String requestId) {}

    static ErrorAnswer of(
            ProblemKind kind, String message, Map<String, Object> details, String timestamp, String requestId) {
        return new ErrorAnswer(false, new Problem(kind.name(), message, details, timestamp, requestId));
    }
}
