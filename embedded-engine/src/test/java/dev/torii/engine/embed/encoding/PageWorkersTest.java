package dev.torii.engine.embed.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ServingLoad;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageWorkersTest {
    private final ServingLoad load = new ServingLoad();
    private final PageWorkers workers = new PageWorkers(3, load, JobContext.unwatched());
    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
    private final Iterator<Integer> pages = IntStream.range(0, 60).iterator();

    @Test
    void everyPageIsWorkedOnByThreadsSideBySide() {
        CountDownLatch together = new CountDownLatch(3);
        workers.run(this::next, page -> {
            together.countDown();
            await(together);
            seen.add(page);
        });
        assertThat(seen).hasSize(60);
    }

    @Test
    void theFirstFailureEndsItAndIsThrown() {
        assertThatThrownBy(() -> workers.run(this::next, page -> {
                    seen.add(page);
                    if (page == 5) {
                        throw new IllegalArgumentException("page 5");
                    }
                }))
                .hasMessage("page 5");
        assertThat(seen).contains(5).hasSizeLessThan(60);
    }

    @Test
    void oneThreadGoesOnAloneWhileRequestsAreAnswered() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        load.begin().close();
        workers.run(this::next, page -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            load.begin().close();
            seen.add(page);
            now.decrementAndGet();
        });
        assertThat(seen).hasSize(60);
        assertThat(most).hasValue(1);
    }

    private Optional<Integer> next() {
        return pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
