package dev.torii.views.feedback;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// What went wrong, as a person is told: never a stack trace.
///
/// @param detail what happened, with the values
/// @param advice what to try; may be empty
public record Problem(ErrorCode code, String detail, String advice) {

    /// What a caught error means to a person.
    public static Problem of(Throwable failure) {
        if (failure instanceof ToriiException known) {
            return new Problem(known.code(), known.getMessage(), known.advice());
        }
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return new Problem(ErrorCode.INTERNAL, message == null ? name : name + ": " + message, "");
    }
}
