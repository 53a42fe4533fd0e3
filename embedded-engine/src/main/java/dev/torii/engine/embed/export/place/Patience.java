package dev.torii.engine.embed.export.place;

import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How often something is asked again, and how long is waited between: twice as long each time.
///
/// @param attempts the first one included
/// @param firstPause after the first failure
/// @param longestPause also the longest that a server may ask for by `Retry-After`
public record Patience(int attempts, Duration firstPause, Duration longestPause) {
    public static final Patience DEFAULT = new Patience(5, Duration.ofMillis(500), Duration.ofSeconds(60));

    /// @param failed attempts so far, from 1
    Duration pause(int failed, Duration askedFor) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(20, failed - 1));
        Duration wanted = askedFor.compareTo(doubled) > 0 ? askedFor : doubled;
        return wanted.compareTo(longestPause) > 0 ? longestPause : wanted;
    }

    /// @throws ToriiException CANCELLED, at once when cancelling is asked for
    static void sleep(Duration pause, Cancellation cancellation) {
        CountDownLatch wake = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(wake::countDown)) {
            boolean woken = wake.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (woken) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted.", "", e);
        }
    }
}
