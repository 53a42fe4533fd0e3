package dev.torii.app.http;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// How many functions may run at once. One more is turned away at once rather than queued: a client that waits
/// behind hundreds of others gets its answer too late anyway.
final class ConcurrencyLimit {
    private final Semaphore places;

    ConcurrencyLimit(int most) {
        this.places = new Semaphore(most);
    }

    /// @throws Refusal 503 when every place is taken
    <T> T run(Callable<T> work) throws Exception {
        if (!places.tryAcquire()) {
            throw new Refusal(ProblemKind.SERVICE_UNAVAILABLE, "The server is busy; try again in a moment.", Map.of());
        }
        try {
            return work.call();
        } finally {
            places.release();
        }
    }
}
