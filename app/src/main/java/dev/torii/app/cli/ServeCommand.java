package dev.torii.app.cli;

import dev.torii.app.config.HttpConfig;
import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii serve`: the headless server, until it is interrupted.
@Command(name = "serve", description = "Run the headless server until it is interrupted.")
final class ServeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--host", description = "Address to listen on. Default: http.host of the configuration, 127.0.0.1.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for any free one. Default: http.port of the configuration, 8080.")
    private @Nullable Integer port;

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (host != null) {
            context.options().assignments.add("http.host=" + host);
        }
        if (port != null) {
            context.options().assignments.add("http.port=" + port);
        }
        ToriiConfig config = context.config();
        try (Engine engine = context.openEngine(config)) {
            return new ForegroundServer(context)
                    .run(
                            engine,
                            config,
                            address -> context.result(
                                    new Listening(address, config.home().toString()),
                                    java.util.List.of("listening on " + address + " (stop with Ctrl-C)")));
        }
    }

    /// What `--json` says once the server listens.
    record Listening(String address, String home) {}

    /// The address under which the server of `http` is reached when it listens on `port`.
    static String address(HttpConfig http, int port) {
        String host = http.host().equals("0.0.0.0") || http.host().equals("::") ? "127.0.0.1" : http.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
