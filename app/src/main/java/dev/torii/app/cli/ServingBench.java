package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.ServingLoad;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.Arrays;
import java.util.UUID;

/// Measures whether encoding disturbs those who ask for recommendations.
final class ServingBench {
    private static final int WARM_UP = 100;
    private static final int CALLS = 300;
    private static final int MOST_CALLS = 600;
    private static final long BETWEEN_MILLIS = 50;

    private final Engine engine;
    private final UUID user;

    ServingBench(Engine engine, UUID user) {
        this.engine = engine;
        this.user = user;
    }

    /// @param videosPerSecond of the encoding beside it
    record Shared(EmbeddingBench.Millis recommend, double videosPerSecond) {}

    EmbeddingBench.Millis quiet() {
        for (int i = 0; i < WARM_UP; i++) {
            ask();
        }
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            nanos[i] = ask();
            pause();
        }
        return EmbeddingBench.Millis.of(nanos);
    }

    Shared whileEncoding() {
        Job<EncodingResult> job = engine.encoding().embedAll(false);
        long[] nanos = new long[MOST_CALLS];
        int calls = 0;
        long done = 0;
        long begun = System.nanoTime();
        while (calls < MOST_CALLS && !job.snapshot().state().isFinished()) {
            nanos[calls++] = ask();
            done = job.snapshot().progress().message().equals("embed.videos")
                    ? job.snapshot().progress().done()
                    : done;
            pause();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        job.cancel();
        return new Shared(EmbeddingBench.Millis.of(Arrays.copyOf(nanos, calls)), done / seconds);
    }

    private long ask() {
        long begun = System.nanoTime();
        try (ServingLoad.Request ignored = engine.servingLoad().begin()) {
            engine.recommender()
                    .recommend(
                            Caller.SERVICE,
                            new RecommendationRequest(user, 20, Algorithm.TWO_TOWER, CatalogFilter.DEFAULT, false));
        }
        return System.nanoTime() - begun;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
