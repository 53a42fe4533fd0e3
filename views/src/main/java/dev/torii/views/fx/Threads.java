package dev.torii.views.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Where work runs: questions to the engine in the background, everything that touches a property of a view model
/// on the screen's thread. Tests give executors of their own and need no toolkit.
public record Threads(Executor background, Executor screen) {

    /// The console's threads: virtual ones for questions, the JavaFX thread for the screen.
    public static Threads ofConsole() {
        return new Threads(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("torii-console-", 1).factory()),
                Platform::runLater);
    }

    /// Runs `action` on the screen's thread after `delay`.
    public void later(Duration delay, Runnable action) {
        if (delay.isZero()) {
            screen.execute(action);
        } else {
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, screen)
                    .execute(action);
        }
    }
}
