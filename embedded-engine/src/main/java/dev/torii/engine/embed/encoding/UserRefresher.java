package dev.torii.engine.embed.encoding;

import dev.torii.models.people.Caller;
import dev.torii.models.problem.ToriiException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes and stores the vectors of users whose likes changed, a moment after the change and in its own
/// thread, so that no like waits for it. A user who changes again before its turn is computed once.
public final class UserRefresher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserRefresher.class);
    /// More than these wait only when something is wrong; a user that is left out is stale, and a run finds
    /// it.
    private static final int MOST_WAITING = 10_000;

    private final EncodingService encoding;
    private final BooleanSupplier ready;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private @Nullable Thread thread;
    private boolean closed;

    /// @param ready whether towers are loaded; asked at each change, must not wait
    public UserRefresher(EncodingService encoding, BooleanSupplier ready) {
        this.encoding = encoding;
        this.ready = ready;
    }

    /// The user's vector is out of date.
    public void changed(UUID user) {
        if (!ready.getAsBoolean()) {
            return;
        }
        synchronized (waiting) {
            if (closed || waiting.size() >= MOST_WAITING) {
                return;
            }
            waiting.add(user);
            if (thread == null) {
                thread = Thread.ofPlatform().name("torii-users").daemon(true).start(this::run);
            }
            waiting.notifyAll();
        }
    }

    private void run() {
        try {
            while (true) {
                UUID user;
                synchronized (waiting) {
                    while (waiting.isEmpty() && !closed) {
                        waiting.wait();
                    }
                    if (closed) {
                        return;
                    }
                    user = waiting.iterator().next();
                    waiting.remove(user);
                }
                refresh(user);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(UUID user) {
        try {
            encoding.refreshUser(Caller.SERVICE, user);
        } catch (ToriiException e) {
            LOG.debug("the vector of user {} is computed later: {}", user, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the vector of user {} could not be computed after a like: {}", user, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
            running = thread;
        }
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
