package dev.torii.app.http.problem;

import dev.torii.models.problem.ErrorCode;

/// The kinds of problem on the wire: the `code` of the error answer is the constant's name.
public enum ProblemKind {
    /// The request cannot be read.
    BAD_REQUEST(400),
    /// The token is good, and stands for nobody in particular where somebody is needed.
    UNAUTHORIZED(401),
    /// What was asked for belongs to somebody else.
    UNAUTHORIZED_ACCESS(403),
    RESOURCE_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    /// A value is well formed and not acceptable.
    VALIDATION_ERROR(422),
    INVALID_USER_ID(422),
    INVALID_VIDEO_ID(422),
    RATE_LIMIT_EXCEEDED(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    /// The server cannot answer now and will again: the answer says when to retry.
    SERVICE_UNAVAILABLE(503),
    /// The server has no model to answer with yet.
    NO_MODEL(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /// The kind that stands for a status.
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
    }

    /// The kind that stands for an error of the engine.
    static ProblemKind of(ErrorCode code) {
        return code == ErrorCode.NO_MODEL ? NO_MODEL : ofStatus(code.httpStatus());
    }
}
