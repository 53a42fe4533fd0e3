package dev.torii.engine.ingest.sync;

import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A run under way: what its work adds to. Used by the thread of the run alone.
public final class ActiveRun {
    private final SyncRun started;
    private final Clock clock;
    private final CountTally tally = new CountTally();
    private final SyncRunDao runs;
    private final QuarantineDao quarantine;
    private @Nullable String note;

    ActiveRun(SyncRun started, Clock clock, SyncRunDao runs, QuarantineDao quarantine) {
        this.started = started;
        this.clock = clock;
        this.runs = runs;
        this.quarantine = quarantine;
    }

    public UUID id() {
        return started.id();
    }

    public CountTally tally() {
        return tally;
    }

    /// Something was read that cannot be taken.
    public QuarantinedItem rejected(@Nullable String externalId, String place, String reason, String raw) {
        return new QuarantinedItem(started.id(), externalId, place, reason, raw, clock.instant());
    }

    /// Keeps what was set aside. Counting it is the caller's.
    public void keep(Handle handle, List<QuarantinedItem> items) {
        quarantine.insert(handle, items);
    }

    /// Why the run ends before everything was read, though nothing failed.
    public void note(String text) {
        note = text;
    }

    /// Writes the counts so far.
    public void saveCounts(Handle handle) {
        runs.update(handle, snapshot(SyncState.RUNNING, null));
    }

    /// @param failure what ended it; null: nothing, or the note
    SyncRun snapshot(SyncState state, @Nullable String failure) {
        return new SyncRun(
                started.id(),
                started.source(),
                state,
                tally.counts(),
                started.startedAt(),
                state == SyncState.RUNNING ? null : clock.instant().truncatedTo(ChronoUnit.MICROS),
                failure == null ? note : failure);
    }
}
