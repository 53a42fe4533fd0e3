package dev.torii.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.app.cli.output.Streams;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Runs a command in this process and keeps what it wrote.
record Invocation(int code, String out, String err) {
    static Invocation of(Path home, String... arguments) {
        return of(new Interruption(), Map.of("TORII_HOME", home.toString()), arguments);
    }

    static Invocation of(Interruption interruption, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true), false, 100);
        CommandContext context = new CommandContext(streams, new HashMap<>(environment), interruption);
        int code = ToriiCommandLine.create(context).execute(arguments);
        return new Invocation(code, out.toString(), err.toString());
    }

    /// Standard output as the one JSON document that it must be.
    JsonNode json() {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not one JSON document: " + out, e);
        }
    }
}
