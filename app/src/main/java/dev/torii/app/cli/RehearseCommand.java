package dev.torii.app.cli;

import dev.torii.app.cli.output.Streams;
import dev.torii.app.config.ToriiConfig;
import dev.torii.app.config.UiConfig;
import dev.torii.app.desktop.Console;
import dev.torii.app.http.HttpServer;
import dev.torii.engine.Engine;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `torii rehearse`: runs what commands usually begin with, on a home of its own, so that the JVM can note which
/// classes a start needs. The build calls it while it makes the ahead-of-time cache. A step that fails leaves its
/// classes out of the cache and is told; it breaks nothing.
@Command(name = "rehearse", hidden = true, description = "Rehearse the usual starts, for the ahead-of-time cache.")
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> STEPS = List.of(
            "--version",
            "--help",
            "config",
            "config --json --set http.port=9090",
            "sample --videos 120 --users 60",
            "train --set epochs=1",
            "embed",
            "models list");

    private final CommandContext context;

    RehearseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        for (String step : STEPS) {
            int code = ToriiCommandLine.create(silent()).execute(step.split(" "));
            context.note(step + ": " + code);
        }
        ToriiConfig config = context.config();
        try (Engine engine = context.openEngine(config)) {
            recommend(engine);
            serve(engine, config);
            context.note(Console.screenshots(
                                    engine,
                                    config.home().resolve("pictures"),
                                    UiConfig.Language.EN,
                                    UiConfig.Theme.LIGHT)
                            .size()
                    + " pictures");
        }
        return 0;
    }

    private void recommend(Engine engine) {
        for (UserSummary user : engine.people().search("", 1)) {
            RecommendationRequest request =
                    new RecommendationRequest(user.id(), 3, Algorithm.TWO_TOWER, CatalogFilter.DEFAULT, true);
            RecommendationList answer = engine.recommender().recommend(Caller.SERVICE, request);
            RecommendationText.lines(user, Algorithm.TWO_TOWER, answer, true).forEach(context::note);
        }
    }

    /// `/readyz` is left out: it answers 503 where the training of so small a sample did not pass its gate.
    private void serve(Engine engine, ToriiConfig config) throws IOException {
        ToriiConfig anyPort = config.withHttp(config.http().withAddress("127.0.0.1", 0));
        try (HttpServer server = HttpServer.start(engine, anyPort)) {
            for (String page : List.of("/healthz", "/metrics")) {
                URLConnection connection = URI.create(ServeCommand.address(anyPort.http(), server.port()) + page)
                        .toURL()
                        .openConnection();
                try (InputStream answer = connection.getInputStream()) {
                    context.note(page + ": " + answer.readAllBytes().length + " bytes");
                }
            }
        }
    }

    private CommandContext silent() {
        CommandContext silent = new CommandContext(
                new Streams(
                        new PrintWriter(Writer.nullWriter()),
                        context.streams().err(),
                        false,
                        context.streams().columns()),
                context.environment(),
                context.interruption());
        silent.options().home = context.options().home;
        return silent;
    }
}
