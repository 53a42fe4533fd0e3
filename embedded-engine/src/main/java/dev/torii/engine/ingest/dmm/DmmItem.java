package dev.torii.engine.ingest.dmm;

import dev.torii.models.catalog.Video;
import org.jspecify.annotations.Nullable;

/// What became of one item of an answer.
public sealed interface DmmItem {
    /// It is a video of the catalogue.
    record Taken(Video video) implements DmmItem {}

    /// It cannot be taken.
    ///
    /// @param externalId its content id, where it has a readable one
    /// @param raw its JSON without credentials
    record Rejected(@Nullable String externalId, String reason, String raw) implements DmmItem {}
}
