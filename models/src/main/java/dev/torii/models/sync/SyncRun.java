package dev.torii.models.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of an import or a synchronisation.
///
/// @param source `dmm`, `movielens`, `csv`, `sample`
/// @param failure what stopped it, without credentials; null when nothing did
public record SyncRun(
        UUID id,
        String source,
        SyncState state,
        SyncCounts counts,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {}
