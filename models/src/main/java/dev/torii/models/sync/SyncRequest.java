package dev.torii.models.sync;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a run of the catalogue synchronisation reads.
///
/// @param from first release day (Japan time), null: no bound
/// @param to last release day (Japan time), null: no bound
/// @param max at most so many items, null: all
/// @param dryRun read and count, write nothing
public record SyncRequest(
        String site,
        @Nullable String service,
        @Nullable String floor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer max,
        boolean dryRun) {}
