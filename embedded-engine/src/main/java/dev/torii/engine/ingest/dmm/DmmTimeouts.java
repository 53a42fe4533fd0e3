package dev.torii.engine.ingest.dmm;

import java.time.Duration;

/// How long a request may take.
///
/// @param connect until the connection stands
/// @param read between two pieces of the answer
/// @param call in all
public record DmmTimeouts(Duration connect, Duration read, Duration call) {
    public static final DmmTimeouts DEFAULT =
            new DmmTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90));
}
