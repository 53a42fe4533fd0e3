package dev.torii.engine.jobs;

import dev.torii.models.job.JobProgress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What the body of a job talks to: it reports progress here and asks whether it shall stop.
public final class JobContext {
    private static final double SMOOTHING = 0.3;

    private final Cancellation cancellation;
    private final Consumer<JobProgress> sink;
    private final Consumer<String> log;
    private final long startedNanos = System.nanoTime();
    private long total;
    private long done;
    private String unit = "";
    private String message = "";
    private Map<String, Double> figures = Map.of();
    private long rateNanos = startedNanos;
    private long rateDone;
    private double perSecond;

    JobContext(Cancellation cancellation, Consumer<JobProgress> sink, Consumer<String> log) {
        this.cancellation = cancellation;
        this.sink = sink;
        this.log = log;
    }

    /// A context that nobody watches; for calls outside a job, and tests.
    public static JobContext unwatched() {
        return new JobContext(new Cancellation(), progress -> {}, line -> {});
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    /// Throws when cancelling was asked for.
    public void checkCancelled() {
        cancellation.check();
    }

    /// Begins a stage: resets the count.
    ///
    /// @param messageKey what happens now, a stable key such as `import.ratings`
    /// @param totalUnits 0 when not known
    /// @param unitKey what is counted, a stable key such as `rows`
    public synchronized void begin(String messageKey, long totalUnits, String unitKey) {
        message = messageKey;
        total = totalUnits;
        unit = unitKey;
        done = 0;
        rateDone = 0;
        rateNanos = System.nanoTime();
        perSecond = 0;
        publish();
    }

    /// Units done in this stage, absolute.
    public synchronized void progress(long unitsDone) {
        done = unitsDone;
        long now = System.nanoTime();
        if (now - rateNanos > 200_000_000L) {
            double sample = (done - rateDone) * 1e9 / (now - rateNanos);
            perSecond = perSecond == 0 ? sample : SMOOTHING * sample + (1 - SMOOTHING) * perSecond;
            rateNanos = now;
            rateDone = done;
        }
        publish();
    }

    /// A number to show beside the progress (`loss`, `epoch`).
    public synchronized void figure(String name, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(figures);
        changed.put(name, value);
        figures = changed;
        publish();
    }

    /// A line of the job's log.
    public void log(String line) {
        log.accept(line);
    }

    private void publish() {
        sink.accept(new JobProgress(
                done, total, unit, message, figures, perSecond, Duration.ofNanos(System.nanoTime() - startedNanos)));
    }
}
