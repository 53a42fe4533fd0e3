package dev.torii.models.embedding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a model version comes from, beside its data and settings.
///
/// @param parent the version that was active when this one was trained; null when none was
/// @param codeVersion of the program that trained it
/// @param trigger who or what began the training: `manual`, `schedule`; empty where unknown
/// @param dataUntil time of the newest positive that it learned from; null where unknown
public record ModelLineage(
        @Nullable String parent,
        String codeVersion,
        String trigger,
        @Nullable Instant dataUntil) {
    /// Of versions of which nothing was noted.
    public static final ModelLineage UNKNOWN = new ModelLineage(null, "", "", null);
}
