package dev.torii.app.http.reading;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import java.util.Map;

/// Refusals of a single value.
public final class Invalid {
    private static final int SHOWN = 80;

    private Invalid() {}

    /// @param field where it stands, for example `filters.min_rating`
    /// @param value what was sent, as JSON or text
    /// @param expected what would do, for example `a number from 0 to 5`
    public static Refusal value(String field, String value, String expected) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
        return new Refusal(
                kind(field),
                field + " is " + shown + "; expected " + expected + ".",
                Map.of("field", field, "value", shown, "expected", expected));
    }

    public static Refusal missing(String field, String expected) {
        return new Refusal(
                kind(field),
                field + " is missing; expected " + expected + ".",
                Map.of("field", field, "expected", expected));
    }

    private static ProblemKind kind(String field) {
        return switch (field) {
            case "user_id" -> ProblemKind.INVALID_USER_ID;
            case "video_id" -> ProblemKind.INVALID_VIDEO_ID;
            default -> ProblemKind.VALIDATION_ERROR;
        };
    }
}
