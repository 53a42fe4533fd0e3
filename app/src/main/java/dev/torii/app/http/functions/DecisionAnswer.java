package dev.torii.app.http.functions;

import dev.torii.engine.people.DecisionAction;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// What became of a like or a skip; a repeated one is answered like the first.
record DecisionAnswer(boolean success, Data data) {
    /// @param createdAt when the standing decision was made; ISO 8601, UTC
    record Data(UUID videoId, String action, String createdAt) {}

    static DecisionAnswer of(UUID videoId, DecisionAction action, Instant at) {
        return new DecisionAnswer(true, new Data(videoId, action.name().toLowerCase(Locale.ROOT), at.toString()));
    }
}
