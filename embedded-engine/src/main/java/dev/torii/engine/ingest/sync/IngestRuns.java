package dev.torii.engine.ingest.sync;

import dev.torii.engine.database.Database;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Records the runs of everything that brings data in, whatever the source.
///
/// A run holds a lock of its source in the database for as long as it lives, so two never work on the same rows,
/// and a run whose process died is told from one that works: nobody holds its lock.
public final class IngestRuns {
    private static final String ABANDONED =
            "The process ended before the run did. What it had not finished is not there.";

    private final Database database;
    private final Clock clock;
    private final SyncRunDao runs = new SyncRunDao();
    private final QuarantineDao quarantine = new QuarantineDao();

    public IngestRuns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Carries out a run whose rows all come with its end or not at all: `work` writes through the transaction that
    /// it is given, and a run that failed counts nothing.
    ///
    /// @param request what was asked for, as JSON, without credentials
    /// @return the run as it ended
    /// @throws ToriiException CONFLICT when a run of this source is under way; whatever `work` fails with
    public SyncRun recordWhole(String source, String request, JobContext context, RunWork work) {
        try (SourceLock lock = SourceLock.take(database, runs, source)) {
            ActiveRun active = begin(source, request);
            try {
                return database.asService(context.cancellation(), (Handle transaction) -> {
                    work.run(transaction, active);
                    context.checkCancelled();
                    return end(transaction, active);
                });
            } catch (RuntimeException | Error e) {
                active.tally().clear();
                recordFailure(active, e);
                throw e;
            }
        }
    }

    /// Carries out a run that writes part by part through transactions of its own; what it wrote before it failed
    /// stays and is counted.
    ///
    /// @param request what was asked for, as JSON, without credentials
    /// @return the run as it ended
    /// @throws ToriiException CONFLICT when a run of this source is under way; whatever `work` fails with
    SyncRun recordByParts(String source, String request, Consumer<ActiveRun> work) {
        try (SourceLock lock = SourceLock.take(database, runs, source)) {
            ActiveRun active = begin(source, request);
            try {
                work.accept(active);
                return database.asService(handle -> end(handle, active));
            } catch (RuntimeException | Error e) {
                recordFailure(active, e);
                throw e;
            }
        }
    }

    /// Carries a run out that leaves no trace: no row of the run, nothing set aside.
    SyncRun rehearse(String source, Consumer<ActiveRun> work) {
        SyncRun started = start(source);
        ActiveRun active = new ActiveRun(started, clock, runs, quarantine);
        work.accept(active);
        return active.snapshot(SyncState.DONE, null);
    }

    /// Marks runs whose process died as failed.
    public void closeAbandoned() {
        List<String> sources = database.asService(runs::sourcesOfRunning);
        for (String source : sources) {
            database.useService(handle -> {
                if (runs.tryLock(handle, source)) {
                    runs.closeAbandoned(handle, source, clock.instant(), ABANDONED);
                }
            });
        }
    }

    /// Runs of every source, newest first.
    public List<SyncRun> newest(int limit) {
        return database.asService(handle -> runs.newest(handle, limit));
    }

    /// What a run set aside, in its order.
    public List<QuarantinedItem> quarantine(UUID runId, int limit) {
        return database.asService(handle -> quarantine.ofRun(handle, runId, limit));
    }

    private ActiveRun begin(String source, String request) {
        SyncRun started = start(source);
        database.useService(handle -> {
            runs.closeAbandoned(handle, source, clock.instant(), ABANDONED);
            runs.insert(handle, started, request);
        });
        return new ActiveRun(started, clock, runs, quarantine);
    }

    private SyncRun end(Handle handle, ActiveRun active) {
        SyncRun done = active.snapshot(SyncState.DONE, null);
        runs.update(handle, done);
        return done;
    }

    private SyncRun start(String source) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // what the database keeps
        return new SyncRun(UUID.randomUUID(), source, SyncState.RUNNING, SyncCounts.ZERO, now, null, null);
    }

    private void recordFailure(ActiveRun active, Throwable failure) {
        boolean cancelled = failure instanceof ToriiException known && known.code() == ErrorCode.CANCELLED;
        SyncState state = cancelled ? SyncState.CANCELLED : SyncState.FAILED;
        String text = failure instanceof ToriiException
                ? String.valueOf(failure.getMessage())
                : "An error that nobody foresaw: " + failure.getClass().getSimpleName();
        try {
            database.useService(handle -> runs.update(handle, active.snapshot(state, text)));
        } catch (RuntimeException unrecorded) {
            failure.addSuppressed(unrecorded); // the database is gone: the next run marks this one as abandoned
        }
    }
}
