package dev.torii.engine.jobs;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.List;

/// The wish to stop, handed down to whoever works: polled in loops, and pushed to what blocks (a statement, an HTTP
/// call).
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean requested;

    public boolean isRequested() {
        return requested;
    }

    /// Throws when cancelling was asked for.
    public void check() {
        if (requested) {
            throw new ToriiException(ErrorCode.CANCELLED, "Cancelled.", "");
        }
    }

    /// Runs `action` when cancelling is asked for (at once when it already was). Close the registration when the
    /// blocking call is over.
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!requested) {
                actions.add(action);
                return () -> {
                    synchronized (actions) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    void request() {
        List<Runnable> pending;
        synchronized (actions) {
            requested = true;
            pending = List.copyOf(actions);
            actions.clear();
        }
        pending.forEach(Runnable::run);
    }

    /// Ends a registration of [#onCancel].
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
