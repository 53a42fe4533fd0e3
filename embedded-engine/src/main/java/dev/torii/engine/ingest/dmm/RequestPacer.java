package dev.torii.engine.ingest.dmm;

import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;

/// Keeps requests apart: none starts sooner than the interval after the one before, retries included.
final class RequestPacer {
    private final long intervalNanos;
    private long nextNanos;
    private boolean started;

    RequestPacer(double requestsPerSecond) {
        if (!(requestsPerSecond > 0) || requestsPerSecond > 1000) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "dmm.requestsPerSecond is " + requestsPerSecond + ", not a number above 0 and up to 1000.",
                    "Maybe 1, which DMM is known to bear.");
        }
        this.intervalNanos = (long) (1e9 / requestsPerSecond);
    }

    /// Waits for the turn of the caller.
    void await(Cancellation cancellation) {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            long turn = started && nextNanos - now > 0 ? nextNanos : now;
            started = true;
            nextNanos = turn + intervalNanos;
            wait = turn - now;
        }
        if (wait > 0) {
            CancellableWait.sleep(Duration.ofNanos(wait), cancellation);
        }
    }
}
