package dev.torii.engine.embed.training;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Draws each step on a thread of its own while the one before it is trained. The steps are the same as without.
final class StepAhead implements AutoCloseable {
    private final StepSampler sampler;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("torii-sampler").daemon(true).factory());
    private Future<StepRows> drawn;

    StepAhead(StepSampler sampler) {
        this.sampler = sampler;
        this.drawn = executor.submit(sampler::next);
    }

    /// Waits for the next step, and begins to draw the one after it.
    StepRows next() {
        try {
            StepRows rows = drawn.get();
            drawn = executor.submit(sampler::next);
            return rows;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException("a step could not be drawn", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a step was drawn", e);
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
