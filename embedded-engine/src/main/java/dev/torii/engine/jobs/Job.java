package dev.torii.engine.jobs;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobProgress;
import dev.torii.models.job.JobSnapshot;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of long work: its progress, its log, its result, and the way to cancel it. Safe for use by many
/// threads.
public final class Job<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final UUID id = UUID.randomUUID();
    private final JobKind kind;
    private final String title;
    private final String actor;
    private final Instant startedAt;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Consumer<JobSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile JobSnapshot snapshot;

    Job(JobKind kind, String title, String actor, Clock clock) {
        this.kind = kind;
        this.title = title;
        this.actor = actor;
        this.startedAt = clock.instant();
        this.snapshot =
                new JobSnapshot(id, kind, title, JobState.WAITING, JobProgress.NONE, startedAt, null, null, null);
    }

    public JobSnapshot snapshot() {
        return snapshot;
    }

    public UUID id() {
        return id;
    }

    /// Who started it.
    public String actor() {
        return actor;
    }

    /// The lines that the job logged, oldest first.
    public List<String> log() {
        return List.copyOf(log);
    }

    /// Asks the job to stop; it ends as cancelled at its next safe point.
    public void cancel() {
        cancellation.request();
    }

    /// The result; completes exceptionally with a [ToriiException] when the job failed or was cancelled.
    public CompletableFuture<T> result() {
        return result;
    }

    /// Waits for the result.
    ///
    /// @throws ToriiException what the job failed with
    public T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ToriiException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /// Calls `listener` with each new snapshot, on the thread of the job. One that throws is logged; the job
    /// and those who wait for it do not suffer.
    public void onChange(Consumer<JobSnapshot> listener) {
        listeners.add(listener);
        listener.accept(snapshot);
    }

    void run(JobBody<T> body, Clock clock) {
        JobContext context = new JobContext(cancellation, this::progressed, log::add);
        publish(JobState.RUNNING, snapshot.progress(), null, null);
        try {
            cancellation.check();
            T value = body.run(context);
            publish(JobState.DONE, snapshot.progress(), clock.instant(), null);
            result.complete(value);
        } catch (ToriiException e) {
            boolean cancelled = e.code() == ErrorCode.CANCELLED;
            publish(cancelled ? JobState.CANCELLED : JobState.FAILED, snapshot.progress(), clock.instant(), e);
            result.completeExceptionally(e);
        } catch (Exception | Error e) { // whatever it is: somebody waits for the result
            ToriiException failure = cancellation.isRequested()
                    ? new ToriiException(ErrorCode.CANCELLED, "Cancelled.", "", e)
                    : new ToriiException(ErrorCode.INTERNAL, describe(e), "Maybe the log of this job says more.", e);
            JobState state = cancellation.isRequested() ? JobState.CANCELLED : JobState.FAILED;
            publish(state, snapshot.progress(), clock.instant(), failure);
            result.completeExceptionally(failure);
        }
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private void progressed(JobProgress progress) {
        publish(JobState.RUNNING, progress, null, null);
    }

    private void publish(
            JobState state, JobProgress progress, @Nullable Instant finishedAt, @Nullable ToriiException failure) {
        JobSnapshot next = new JobSnapshot(
                id,
                kind,
                title,
                state,
                progress,
                startedAt,
                finishedAt,
                failure == null ? null : failure.getMessage(),
                failure == null ? null : failure.advice());
        snapshot = next;
        for (Consumer<JobSnapshot> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed at {} job {}; the job goes on", state, id, e);
            }
        }
    }
}
