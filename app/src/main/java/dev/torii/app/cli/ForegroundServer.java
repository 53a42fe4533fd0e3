package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.app.http.HttpServer;
import dev.torii.engine.Engine;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Runs the HTTP server until the process is asked to stop.
final class ForegroundServer {
    private final CommandContext context;

    ForegroundServer(CommandContext context) {
        this.context = context;
    }

    /// @param listening told the address once the port is open
    /// @return the exit code
    int run(Engine engine, ToriiConfig config, Consumer<String> listening) {
        CountDownLatch asked = new CountDownLatch(1);
        try (HttpServer server = HttpServer.start(engine, config);
                Interruption.Registration ignored = context.interruption().onRequest(asked::countDown)) {
            engine.schedules().start();
            listening.accept(ServeCommand.address(config.http(), server.port()));
            asked.await();
            context.note("stopping");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Interruption.EXIT_CODE;
    }
}
