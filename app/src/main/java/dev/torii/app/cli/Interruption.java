package dev.torii.app.cli;

import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;

/// The wish of a person (Ctrl-C) or the system (SIGTERM) that the process stops. What runs is asked to stop; a
/// second signal ends the process at once.
///
/// The signals are taken instead of a shutdown hook, since hooks run all at once: the embedded database would
/// go down under the job that is being cancelled.
public final class Interruption {
    /// Exit code after an interruption.
    public static final int EXIT_CODE = 130;

    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /// Takes SIGINT and SIGTERM of this process.
    public void listenToSignals() {
        for (String name : List.of("INT", "TERM")) {
            try {
                Signal.handle(new Signal(name), signal -> signalled());
            } catch (IllegalArgumentException e) {
                // The platform has no such signal, or the JVM was told to leave it alone (-Xrs).
                continue;
            }
        }
    }

    private void signalled() {
        if (isRequested()) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        request();
    }

    /// Runs `action` when stopping is asked for; at once when it already was.
    ///
    /// @return ends this
    public Registration onRequest(Runnable action) {
        synchronized (this) {
            if (!requested) {
                actions.add(action);
                return () -> {
                    synchronized (this) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /// Asks everything that runs to stop.
    public void request() {
        List<Runnable> pending;
        synchronized (this) {
            requested = true;
            pending = List.copyOf(actions);
            actions.clear();
        }
        pending.forEach(Runnable::run);
    }

    /// Ends what [#onRequest] began.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
