package dev.torii.engine.monitor.jobs;

import dev.torii.engine.database.Database;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the jobs of this process into the database, and ends those that somebody else wishes to end there.
/// A database that does not answer costs the record, never the job.
public final class JobRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRecorder.class);
    private static final Set<JobKind> LEFT_OUT = EnumSet.of(JobKind.OPEN, JobKind.INDEX);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final long BEAT_MILLIS = 1_000;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int KEPT = 5_000;
    private static final int LONGEST_NOTE = 500;

    private final Database database;
    private final Jobs jobs;
    private final Clock clock;
    private final String process;
    private final JobDao dao = new JobDao();
    private final Map<UUID, Instant> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("torii-jobs").daemon(true).factory());

    /// Begins to record.
    ///
    /// @param process tells this process from all others that use the database
    public JobRecorder(Database database, Jobs jobs, Clock clock, String process) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
        this.process = process;
        Instant now = clock.instant();
        database.useService(handle -> {
            dao.closeAbandoned(handle, now.minus(SILENCE), now);
            dao.prune(handle, KEPT);
        });
        jobs.onChange(this::changed);
        heart.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void changed(JobSnapshot snapshot) {
        if (LEFT_OUT.contains(snapshot.kind())) {
            return;
        }
        Instant now = clock.instant();
        boolean finished = snapshot.state().isFinished();
        Instant written = running.get(snapshot.id());
        boolean justWritten = written != null && written.plus(BETWEEN_WRITES).isAfter(now);
        boolean begins = snapshot.progress().equals(JobProgress.NONE);
        if (justWritten && !finished && !begins) {
            return;
        }
        try {
            JobRecord job = record(snapshot, now);
            database.useService(handle -> dao.put(handle, job));
        } catch (RuntimeException e) {
            LOG.warn("job {} could not be recorded: {}", snapshot.id(), e.getMessage(), e);
        }
        if (finished) {
            running.remove(snapshot.id());
        } else {
            running.put(snapshot.id(), now);
        }
    }

    private JobRecord record(JobSnapshot snapshot, Instant now) {
        JobProgress progress = snapshot.progress();
        Job<?> job = jobs.find(snapshot.id()).orElse(null);
        return new JobRecord(
                snapshot.id(),
                snapshot.kind(),
                snapshot.title(),
                snapshot.state(),
                job == null ? "" : job.actor(),
                process,
                progress.message(),
                progress.done(),
                progress.total(),
                progress.unit(),
                progress.perSecond(),
                snapshot.startedAt(),
                snapshot.finishedAt(),
                now,
                null,
                job == null ? null : note(job.log()),
                snapshot.failure(),
                snapshot.advice());
    }

    private static @Nullable String note(List<String> log) {
        if (log.isEmpty()) {
            return null;
        }
        String last = log.getLast();
        return last.substring(0, Math.min(LONGEST_NOTE, last.length()));
    }

    private void beat() {
        if (running.isEmpty()) {
            return;
        }
        try {
            List<UUID> unwanted = database.asService(handle -> dao.beat(handle, process, clock.instant()));
            unwanted.forEach(id -> jobs.find(id).ifPresent(Job::cancel));
        } catch (RuntimeException e) {
            LOG.debug("no sign of life could be given: {}", e.getMessage());
        }
    }

    /// Ends the recording; the jobs should have ended before.
    @Override
    public void close() {
        heart.shutdownNow();
    }
}
