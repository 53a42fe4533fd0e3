package dev.torii.models.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An error that a person can act on: what happened, with the values, and what to try ("Maybe ...").
///
/// It is thrown where the cause is known and logged once, where it is caught. The message never holds a credential.
public final class ToriiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String advice;
    private final transient Map<String, String> values;

    public ToriiException(ErrorCode code, String message, String advice) {
        this(code, message, advice, Map.of(), null);
    }

    public ToriiException(ErrorCode code, String message, String advice, @Nullable Throwable cause) {
        this(code, message, advice, Map.of(), cause);
    }

    public ToriiException(
            ErrorCode code, String message, String advice, Map<String, String> values, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.advice = advice;
        this.values = Map.copyOf(values);
    }

    public ErrorCode code() {
        return code;
    }

    /// What the reader may try; empty when there is nothing to try.
    public String advice() {
        return advice;
    }

    /// The values that the message speaks of, by name.
    public Map<String, String> values() {
        return values == null ? Map.of() : values;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
