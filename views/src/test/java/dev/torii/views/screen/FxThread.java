package dev.torii.views.screen;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The JavaFX thread, for tests.
public final class FxThread {
    private FxThread() {}

    /// Starts the toolkit when it does not run yet.
    public static void start() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException running) {
            up.countDown();
        }
        if (!up.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the toolkit did not start");
        }
        Platform.setImplicitExit(false);
    }

    /// Runs `task` on the JavaFX thread and waits for it.
    public static <T> T call(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
