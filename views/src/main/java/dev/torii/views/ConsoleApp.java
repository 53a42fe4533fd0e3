package dev.torii.views;

import dev.torii.engine.Engine;
import dev.torii.views.connection.EngineConnection;
import dev.torii.views.fx.Threads;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door to the console.
public final class ConsoleApp {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);

    private ConsoleApp() {}

    /// Shows the window, opens the engine in the background, and returns when the window was closed and the
    /// engine with it. To be called once in a process.
    ///
    /// @throws IllegalStateException when the toolkit runs already
    /// @throws UnsupportedOperationException when there is no display
    public static void launch(ConsoleOptions options) {
        Threads threads = Threads.ofConsole();
        CountDownLatch toolkitUp = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        EngineConnection connection = new EngineConnection(() -> openBeside(options.opener(), toolkitUp), threads);
        connection.open();
        boolean interrupted = false;
        try {
            Platform.startup(() -> {
                toolkitUp.countDown();
                new ConsoleWindow(options, connection, threads, closed::countDown).show();
            });
            closed.await();
        } catch (InterruptedException e) {
            interrupted = true;
            LOG.info("interrupted; closing");
        } finally {
            toolkitUp.countDown();
            connection.close();
        }
        Platform.exit();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Opens the engine while the toolkit starts; the result is told only when there is a screen to tell it to.
    private static Engine openBeside(Callable<Engine> opener, CountDownLatch toolkitUp) throws Exception {
        try {
            return opener.call();
        } finally {
            toolkitUp.await();
        }
    }
}
