package dev.torii.models.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job at one moment.
///
/// @param title what it works on, for people (a folder, a model version); may be empty
/// @param failure the error's message; null unless it failed
/// @param advice what to try; null unless it failed
public record JobSnapshot(
        UUID id,
        JobKind kind,
        String title,
        JobState state,
        JobProgress progress,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable String advice) {}
