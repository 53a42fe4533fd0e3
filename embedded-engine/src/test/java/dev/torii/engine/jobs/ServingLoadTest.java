package dev.torii.engine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServingLoadTest {
    private final ServingLoad load = new ServingLoad();

    @Test
    void nobodyWaitsWhileNothingIsAsked() {
        assertThat(load.isBusy()).isFalse();
        assertThat(waited(Duration.ofSeconds(20))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void workWaitsForARequestAndNotForEver() throws InterruptedException {
        ServingLoad.Request request = load.begin();
        assertThat(load.isBusy()).isTrue();
        assertThat(waited(Duration.ofMillis(60))).isGreaterThanOrEqualTo(Duration.ofMillis(60));

        Thread answering = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            request.close();
        });
        assertThat(waited(Duration.ofSeconds(20))).isLessThan(Duration.ofSeconds(10));
        answering.join();
        assertThat(load.isBusy())
                .as("a moment after a request the next one is near")
                .isTrue();
    }

    private Duration waited(Duration most) {
        long begun = System.nanoTime();
        load.giveWay(most);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
