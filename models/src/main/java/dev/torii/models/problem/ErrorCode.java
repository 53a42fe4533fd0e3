package dev.torii.models.problem;

/// The kinds of error that Torii reports. Each has the exit code of the command line and the status of HTTP.
public enum ErrorCode {
    /// The command line or a request is malformed.
    USAGE(2, 400),
    /// The configuration is wrong.
    CONFIGURATION(2, 500),
    /// A value is well formed and not acceptable.
    INVALID_VALUE(2, 422),
    /// Data that was read from outside is broken.
    BROKEN_INPUT(1, 422),
    /// The caller has not proved who it is.
    UNAUTHENTICATED(1, 401),
    /// The caller may not do this.
    FORBIDDEN(1, 403),
    /// What was named does not exist.
    NOT_FOUND(1, 404),
    /// The state of things does not allow this now.
    CONFLICT(1, 409),
    /// The home folder is in use, read-only or full.
    HOME_UNUSABLE(1, 500),
    /// The database cannot be reached.
    DATABASE_UNREACHABLE(3, 503),
    /// The catalogue source (DMM) cannot be reached.
    SOURCE_UNREACHABLE(3, 503),
    /// The catalogue source refused the request.
    SOURCE_REFUSED(1, 502),
    /// The place to export to cannot be reached.
    TARGET_UNREACHABLE(3, 503),
    /// The place to export to refused what was sent.
    TARGET_REFUSED(1, 502),
    /// A model file is missing or damaged.
    MODEL_DAMAGED(1, 500),
    /// No model is active yet.
    NO_MODEL(1, 409),
    /// A quality gate, a check or a verification found a violation.
    VIOLATION(4, 409),
    /// The work was cancelled.
    CANCELLED(130, 409),
    /// An error that nobody foresaw.
    INTERNAL(1, 500);

    private final int exitCode;
    private final int httpStatus;

    ErrorCode(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /// The exit code of the `torii` command.
    public int exitCode() {
        return exitCode;
    }

    /// The HTTP status of an answer with this error.
    public int httpStatus() {
        return httpStatus;
    }
}
