package dev.torii.app.http;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import dev.torii.engine.jobs.ServingLoad;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// How many functions may run at once. One more is turned away at once rather than queued: a client that
/// waits behind hundreds of others gets its answer too late anyway.
final class ConcurrencyLimit {
    private final Semaphore places;
    private final ServingLoad load;

    /// @param load told of each function, so that work in the background steps aside
    ConcurrencyLimit(int most, ServingLoad load) {
        this.places = new Semaphore(most);
        this.load = load;
    }

    /// @throws Refusal 503 when every place is taken
    <T> T run(Callable<T> work) throws Exception {
        if (!places.tryAcquire()) {
            throw new Refusal(ProblemKind.SERVICE_UNAVAILABLE, "The server is busy; try again in a moment.", Map.of());
        }
        try (ServingLoad.Request ignored = load.begin()) {
            return work.call();
        } finally {
            places.release();
        }
    }
}
