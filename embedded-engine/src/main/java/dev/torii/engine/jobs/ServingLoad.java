package dev.torii.engine.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// How many requests this process is answering now. Work in the background asks it and steps aside, so that
/// people wait for nobody's batch. Safe for use by many threads.
public final class ServingLoad {
    private static final long RECENT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NAP_NANOS = Duration.ofMillis(1).toNanos();

    private final AtomicInteger requests = new AtomicInteger();
    private volatile long lastNanos = System.nanoTime() - RECENT_NANOS;

    /// A request begins; close what is returned when it was answered.
    public Request begin() {
        requests.incrementAndGet();
        lastNanos = System.nanoTime();
        return () -> {
            lastNanos = System.nanoTime();
            requests.decrementAndGet();
        };
    }

    /// Whether a request was answered within the last second.
    public boolean isBusy() {
        return requests.get() > 0 || System.nanoTime() - lastNanos < RECENT_NANOS;
    }

    /// Waits while requests are being answered, at most this long: background work gets slow, it never stops.
    public void giveWay(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (requests.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /// A request that is being answered.
    @FunctionalInterface
    public interface Request extends AutoCloseable {
        @Override
        void close();
    }
}
