package dev.torii.engine.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Runs the steps of a loop on all processors. Each thread has a worker of its own, so a worker may hold buffers.
public final class ParallelLoop {
    private static final int CHUNK = 16;

    private ParallelLoop() {}

    /// Calls a worker once for each index from 0 to `count` - 1, in no order, and returns when all are done.
    /// Reports each step to `context` and stops at the next step when the job is cancelled or a step fails.
    ///
    /// @param workers makes the worker of one thread
    /// @throws RuntimeException the first failure of a step
    public static void run(int count, JobContext context, Supplier<IntConsumer> workers) {
        run(Runtime.getRuntime().availableProcessors(), count, context, workers);
    }

    /// The same with a given number of threads at most.
    public static void run(int mostThreads, int count, JobContext context, Supplier<IntConsumer> workers) {
        run(mostThreads, count, 0, context, workers);
    }

    /// The same as a part of something longer.
    ///
    /// @param before steps of the longer thing that were done before this loop
    public static void run(int mostThreads, int count, long before, JobContext context, Supplier<IntConsumer> workers) {
        int threads = Math.max(1, Math.min(mostThreads, count / CHUNK + 1));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("torii-loop-", 1).daemon(true).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(executor.submit(() -> work(count, before, context, workers.get(), next, done, stop)));
            }
            futures.forEach(ParallelLoop::join);
        }
    }

    private static void work(
            int count,
            long before,
            JobContext context,
            IntConsumer worker,
            AtomicInteger next,
            AtomicInteger done,
            AtomicBoolean stop) {
        try {
            while (!stop.get()) {
                int from = next.getAndAdd(CHUNK);
                if (from >= count) {
                    return;
                }
                context.checkCancelled();
                int to = Math.min(count, from + CHUNK);
                for (int index = from; index < to; index++) {
                    worker.accept(index);
                }
                context.progress(before + done.addAndGet(to - from));
            }
        } catch (Throwable failure) {
            stop.set(true);
            throw failure;
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException("a step of the loop failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a loop ran", e);
        }
    }
}
