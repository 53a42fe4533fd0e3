package dev.torii.engine.ingest.dmm;

import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request failed in a way that may pass: it is worth asking again.
final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final ToriiException problem;
    private final @Nullable Duration retryAfter;

    TransientFailure(ToriiException problem) {
        this(problem, null);
    }

    TransientFailure(ToriiException problem, @Nullable Duration retryAfter) {
        super(problem.getMessage(), problem);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /// What to report when asking again did not help.
    ToriiException problem() {
        return problem;
    }

    /// How long the server asks to wait.
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    static boolean isTransient(int status) {
        return status == 408 || status == 429 || (status >= 500 && status <= 599);
    }
}
