package dev.torii.engine.ingest.dmm;

import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waiting that ends at once when the job is cancelled.
final class CancellableWait {
    private CancellableWait() {}

    static void sleep(Duration duration, Cancellation cancellation) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(cancelled::countDown)) {
            boolean stopped = cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            if (stopped) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted while waiting.", "", e);
        }
    }
}
