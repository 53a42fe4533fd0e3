package dev.torii.app.http.problem;

import java.util.Map;

/// A request that is answered with a problem. It is no fault of the server, so it carries no stack trace.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String reason;
    private final transient Map<String, Object> details;
    private final transient Map<String, String> headers;

    public Refusal(ProblemKind kind, String message, Map<String, Object> details) {
        this(kind, message, details, Map.of());
    }

    /// @param details what a program may want to read: the field, what was expected
    /// @param headers to send along, for example `Allow` or `Retry-After`
    public Refusal(ProblemKind kind, String message, Map<String, Object> details, Map<String, String> headers) {
        super(message, null, false, false);
        this.kind = kind;
        this.reason = message;
        this.details = Map.copyOf(details);
        this.headers = Map.copyOf(headers);
    }

    public ProblemKind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details == null ? Map.of() : details;
    }

    public Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }
}
