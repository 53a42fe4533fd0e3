package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii quickstart`: from nothing to recommendations.
@Command(
        name = "quickstart",
        description = {
            "On an empty home: embedded database, sample catalogue, training, embedding. Then the console where there is a "
                    + "display, else the server. What is done already is not done again, so that an interrupted "
                    + "quickstart can be given again; on a filled home it just opens."
        })
final class QuickstartCommand implements Callable<Integer> {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);

    private final CommandContext context;

    @Option(names = "--no-open", description = "Prepare everything, show the summary, and end.")
    private boolean noOpen;

    @Option(names = "--headless", description = "Open the server even where there is a display.")
    private boolean headless;

    QuickstartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ToriiConfig config = context.config();
        Engine engine = context.openEngine(config);
        boolean handedOver = false;
        try {
            Preparation.Summary summary = new Preparation(context, engine).prepare();
            context.result(summary, summary.lines(config.home()));
            if (noOpen) {
                return 0;
            }
            if (!headless && Display.isThere(context.environment())) {
                handedOver = true;
                return new DesktopCommand(context).show(config, () -> engine);
            }
            return serve(engine, config);
        } finally {
            if (!handedOver) {
                engine.close();
            }
        }
    }

    private int serve(Engine engine, ToriiConfig config) {
        ForegroundServer server = new ForegroundServer(context);
        try {
            return server.run(engine, config, address -> announce(engine, config, address));
        } catch (ToriiException e) {
            if (e.code() != ErrorCode.CONFLICT || config.http().port() == 0) {
                throw e;
            }
            context.note(e.getMessage() + " Taking a free port.");
            ToriiConfig elsewhere =
                    config.withHttp(config.http().withAddress(config.http().host(), 0));
            return server.run(engine, elsewhere, address -> announce(engine, elsewhere, address));
        }
    }

    private void announce(Engine engine, ToriiConfig config, String address) {
        engine.people().search("", 1).stream().findFirst().ifPresent(user -> {
            String token = TokenCommand.mint(config, new Caller.User(user.id()), TOKEN_VALIDITY, Clock.systemUTC());
            String curl = "curl -s -X POST " + address + "/functions/v1/recommendations/enhanced_two_tower"
                    + " -H 'Authorization: Bearer " + token + "' -H 'Content-Type: application/json'"
                    + " -d '{\"num_recommendations\":5,\"algorithm\":\"two_tower\",\"include_reasons\":true}'";
            lines(List.of(
                    "",
                    "Recommendations for user " + user.externalId() + " (the token is valid for 12 hours):",
                    "",
                    curl,
                    ""));
        });
        lines(List.of("listening on " + address + " (stop with Ctrl-C)"));
    }

    /// On standard output; with `--json` the one document is out already, so on standard error.
    private void lines(List<String> lines) {
        var stream =
                context.json() ? context.streams().err() : context.streams().out();
        lines.forEach(stream::println);
        stream.flush();
    }
}
