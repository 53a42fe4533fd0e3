package dev.torii.engine.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthServiceTest {
    private static final PartHealth DATABASE = new PartHealth("database", PartState.UP, "PostgreSQL");
    private static final PartHealth MODEL = new PartHealth("model", PartState.EMPTY, "no model is active yet");
    private static final PartHealth INDEX = new PartHealth("index", PartState.EMPTY, "nothing");

    @Test
    void aPartThatHangsIsDownWithinASecondAndAskedOnce() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        HealthService health = new HealthService(
                () -> {
                    asked.incrementAndGet();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return DATABASE;
                },
                () -> MODEL,
                () -> INDEX);

        long started = System.nanoTime();
        List<PartHealth> parts = health.parts();
        health.parts();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(2_500));
        assertThat(parts).containsExactly(new PartHealth("database", PartState.DOWN, "does not answer"), MODEL, INDEX);
        assertThat(asked).hasValue(1);
        never.countDown();
    }

    @Test
    void aFailureIsToldInTheWordsOfTheErrorAndNotWithItsCause() {
        HealthService health = new HealthService(
                () -> DATABASE,
                () -> {
                    throw new ToriiException(
                            ErrorCode.DATABASE_UNREACHABLE,
                            "The database does not answer any more.",
                            "",
                            new IllegalStateException("password=secret"));
                },
                () -> {
                    throw new IllegalStateException("password=secret");
                });

        assertThat(health.parts())
                .containsExactly(
                        DATABASE,
                        new PartHealth("model", PartState.DOWN, "The database does not answer any more."),
                        new PartHealth("index", PartState.DOWN, "cannot be asked"));
    }
}
