package dev.torii.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Asks engines for the recommendations of a user whose history does not change, one request after the other on a
/// thread for each engine. All answers of one version must be the same: a vector of one model among the videos of
/// another would give others.
final class ContinuousRequests implements AutoCloseable {
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong answered = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    ContinuousRequests(List<Engine> engines, UUID user) {
        for (Engine engine : engines) {
            threads.add(Thread.ofPlatform().start(() -> ask(engine, user)));
        }
    }

    static RecommendationRequest request(UUID user) {
        return new RecommendationRequest(user, 10, Algorithm.TWO_TOWER, CatalogFilter.DEFAULT, false);
    }

    private void ask(Engine engine, UUID user) {
        while (!closed) {
            try {
                RecommendationList list = engine.recommender().recommend(Caller.SERVICE, request(user));
                if (list.algorithm() != Algorithm.TWO_TOWER) {
                    faults.add("answered by " + list.algorithm() + ": " + list.degraded());
                }
                List<String> items =
                        list.items().stream().map(ContinuousRequests::shown).toList();
                List<String> known = answers.putIfAbsent(list.modelVersion(), items);
                if (known != null && !known.equals(items)) {
                    faults.add(list.modelVersion() + " gave " + items + " and " + known);
                }
                answered.incrementAndGet();
            } catch (RuntimeException e) {
                faults.add(e.toString());
            }
        }
    }

    private static String shown(Recommendation item) {
        return "%s %.4f".formatted(item.video().externalId(), item.score());
    }

    /// Waits for so many further answers.
    void more(int count) throws InterruptedException {
        long wanted = answered.get() + count;
        while (answered.get() < wanted && faults.isEmpty()) {
            Thread.sleep(5);
        }
    }

    /// No request failed, and what answered were these versions, each with one list.
    void assertSound(String... versions) {
        assertThat(faults).isEmpty();
        assertThat(answers.keySet()).containsExactlyInAnyOrder(versions);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
