package dev.torii.views.screenshot;

import dev.torii.views.fx.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/// The console's threads, with a way to wait until everything that was asked has been answered and shown.
final class QuietThreads {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long STEP_MILLIS = 20;

    private final AtomicInteger underWay = new AtomicInteger();
    private final Threads threads;

    QuietThreads() {
        var background = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("torii-picture-", 1).factory());
        threads = new Threads(
                task -> {
                    underWay.incrementAndGet();
                    background.execute(() -> {
                        try {
                            task.run();
                        } finally {
                            underWay.decrementAndGet();
                        }
                    });
                },
                Platform::runLater);
    }

    Threads threads() {
        return threads;
    }

    /// Waits until nothing is under way and the screen has taken up every answer.
    void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int calm = 0;
        while (calm < 2 && System.nanoTime() < deadline) {
            flushScreen();
            calm = underWay.get() == 0 ? calm + 1 : 0;
            if (calm == 0) {
                Thread.sleep(STEP_MILLIS);
            }
        }
    }

    private static void flushScreen() throws InterruptedException {
        CountDownLatch passed = new CountDownLatch(1);
        Platform.runLater(passed::countDown);
        passed.await();
    }
}
