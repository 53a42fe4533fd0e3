package dev.torii.app.cli.output;

import dev.torii.models.problem.ToriiException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells a person, or with `--json` a program, what went wrong and what to try.
public final class ErrorReport {
    private ErrorReport() {}

    public static void print(ToriiException failure, Streams streams, boolean json) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", failure.code());
            error.put("message", failure.getMessage());
            error.put("advice", failure.advice());
            error.put("values", failure.values());
            streams.out().println(JsonDocument.of(Map.of("error", error)));
            return;
        }
        streams.err().println("torii: " + failure.getMessage());
        if (!failure.advice().isBlank()) {
            streams.err().println(failure.advice());
        }
    }
}
