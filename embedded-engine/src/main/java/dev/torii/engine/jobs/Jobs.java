package dev.torii.engine.jobs;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobSnapshot;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs, each on a thread of its own, and remembers them while the process lives.
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int REMEMBERED = 200;
    private static final ScopedValue<String> ACTOR = ScopedValue.newInstance();

    private final Clock clock;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("torii-job-", 1).daemon(true).factory());
    private final List<Job<?>> jobs = new CopyOnWriteArrayList<>();
    private final List<Consumer<JobSnapshot>> listeners = new CopyOnWriteArrayList<>();

    public Jobs(Clock clock) {
        this.clock = clock;
    }

    /// Runs `work`; the jobs that it starts on this thread are those of `actor`.
    public static <T> T as(String actor, Supplier<T> work) {
        return ScopedValue.where(ACTOR, actor).call(work::get);
    }

    /// Starts a job.
    ///
    /// @param title what it works on, for people; may be empty
    public <T> Job<T> start(JobKind kind, String title, JobBody<T> body) {
        Job<T> job = new Job<>(kind, title, ACTOR.orElse(System.getProperty("user.name", "")), clock);
        jobs.add(job);
        if (jobs.size() > REMEMBERED) {
            jobs.stream()
                    .filter(old -> old.snapshot().state().isFinished())
                    .findFirst()
                    .ifPresent(jobs::remove);
        }
        job.onChange(snapshot -> listeners.forEach(listener -> listener.accept(snapshot)));
        executor.execute(() -> {
            job.run(body, clock);
            job.result().whenComplete((value, failure) -> {
                if (failure != null) {
                    LOG.warn("job {} {} ended: {}", kind, title, failure.getMessage(), failure);
                }
            });
        });
        return job;
    }

    /// The jobs of this process, newest first.
    public List<JobSnapshot> list() {
        return jobs.reversed().stream().map(Job::snapshot).toList();
    }

    public Optional<Job<?>> find(UUID id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /// Calls `listener` with each new snapshot of any job, on the thread of the job.
    public void onChange(Consumer<JobSnapshot> listener) {
        listeners.add(listener);
    }

    /// Cancels what runs and waits for it.
    @Override
    public void close() {
        jobs.forEach(Job::cancel);
        executor.close();
    }
}
