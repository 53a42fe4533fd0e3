package dev.torii.engine.embed.training;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Draws each step on a thread of its own while the one before it is trained. The steps are the same as without.
final class StepAhead implements AutoCloseable {
    private final StepSampler sampler;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("torii-sampler").daemon(true).factory());
    private final Deque<int[]> again = new ArrayDeque<>();
    private Future<Drawn> drawn;

    /// A step, or why it could not be drawn.
    ///
    /// @param groups of [ExampleOrder]
    record Drawn(
            int[] groups, @Nullable StepRows rows, @Nullable OutOfMemoryError failure) {
        /// @throws OutOfMemoryError when the step did not fit
        StepRows require() {
            if (rows == null) {
                throw failure == null ? new OutOfMemoryError("a step without rows") : failure;
            }
            return rows;
        }
    }

    StepAhead(StepSampler sampler) {
        this.sampler = sampler;
        this.drawn = executor.submit(() -> draw(sampler.nextGroups()));
    }

    private Drawn draw(int[] groups) {
        try {
            return new Drawn(groups, sampler.rows(groups), null);
        } catch (OutOfMemoryError e) {
            sampler.reset();
            return new Drawn(groups, null, e);
        }
    }

    /// Waits for the next step, and begins to draw the one after it.
    Drawn next() {
        int[] groups = again.poll();
        if (groups != null) {
            return await(executor.submit(() -> draw(groups)));
        }
        Drawn ready = await(drawn);
        drawn = executor.submit(() -> draw(sampler.nextGroups()));
        return ready;
    }

    /// Puts a step that was too large back as two halves, and makes later ones half as large. The one that is drawn
    /// already comes apart in the same way when it is its turn.
    ///
    /// @return the size of later steps; 0 when there was nothing to halve
    int halve(int[] groups) {
        if (groups.length < 2) {
            return 0;
        }
        again.push(Arrays.copyOfRange(groups, groups.length / 2, groups.length));
        again.push(Arrays.copyOfRange(groups, 0, groups.length / 2));
        return await(executor.submit(() -> sampler.halve()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
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
