package dev.torii.app.cli;

import dev.torii.app.cli.output.Streams;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `torii rehearse`: runs what commands usually begin with, so that the JVM can note which classes a start
/// needs. The build calls it while it makes the ahead-of-time cache.
@Command(name = "rehearse", hidden = true, description = "Rehearse the usual starts, for the ahead-of-time cache.")
final class RehearseCommand implements Callable<Integer> {
    private static final List<List<String>> LIGHT = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("recommend", "--help"),
            List.of("config"),
            List.of("config", "--json", "--set", "http.port=9090"));

    private final CommandContext context;

    RehearseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        for (List<String> arguments : LIGHT) {
            ToriiCommandLine.create(silent()).execute(arguments.toArray(String[]::new));
        }
        return 0;
    }

    private CommandContext silent() {
        return new CommandContext(
                new Streams(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, 100),
                context.environment(),
                context.interruption());
    }
}
