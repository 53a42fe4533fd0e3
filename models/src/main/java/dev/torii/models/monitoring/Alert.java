package dev.torii.models.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A state of things that somebody should look at. One that comes again while it is open is counted, not repeated.
///
/// @param key what it is about, stable: `model.damaged`. At most one open alert has a key
/// @param title one line for people
/// @param detail what was found, with the values; no credentials
/// @param lastSeenAt when it was found the last time
/// @param resolvedAt when it was over; null while it is open
/// @param count how often it was found
public record Alert(
        long id,
        String key,
        AlertSeverity severity,
        String title,
        String detail,
        Instant raisedAt,
        Instant lastSeenAt,
        @Nullable Instant resolvedAt,
        long count) {}
