package dev.torii.engine.embed.encoding;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Works on pages with several threads: while one waits for the database, another computes. No more pages are
/// in memory than there are threads. While this process answers requests, one thread goes on alone and waits
/// for each of them.
final class PageWorkers {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long NAP_MILLIS = 20;

    private final int threads;
    private final ServingLoad load;
    private final JobContext context;

    PageWorkers(int threads, ServingLoad load, JobContext context) {
        this.threads = threads;
        this.load = load;
        this.context = context;
    }

    /// Calls `work` with each page until there is none left; the first failure ends it and is thrown.
    ///
    /// @param next gives the pages, asked by one thread at a time
    <P> void run(Supplier<Optional<P>> next, Consumer<P> work) {
        AtomicBoolean stop = new AtomicBoolean();
        Object turn = new Object();
        try (ExecutorService executor = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().name("torii-encode-", 1).daemon(true).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                boolean first = worker == 0;
                futures.add(executor.submit(() -> {
                    try {
                        while (!stop.get()) {
                            stepAside(first, stop);
                            Optional<P> page;
                            synchronized (turn) {
                                context.checkCancelled();
                                page = stop.get() ? Optional.empty() : next.get();
                            }
                            if (page.isEmpty()) {
                                break;
                            }
                            work.accept(page.get());
                        }
                    } finally {
                        stop.set(true);
                    }
                }));
            }
            futures.forEach(PageWorkers::join);
        }
    }

    private void stepAside(boolean first, AtomicBoolean stop) {
        load.giveWay(PATIENCE);
        while (!first && load.isBusy() && !stop.get()) {
            try {
                Thread.sleep(NAP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
