package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.models.sync.SyncRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii sample`: fills an empty database with the generated catalogue.
@Command(
        name = "sample",
        description = "Fill an empty database with the generated sample catalogue and its users' behaviour.")
final class SampleCommand implements Callable<Integer> {
    static final int VIDEOS = 2000;
    static final int USERS = 1000;
    static final long SEED = 7;

    private final CommandContext context;

    @Option(names = "--videos", defaultValue = "" + VIDEOS, description = "How many videos. Default: ${DEFAULT-VALUE}.")
    private int videos;

    @Option(names = "--users", defaultValue = "" + USERS, description = "How many users. Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--seed",
            defaultValue = "" + SEED,
            description = "The same seed gives the same catalogue. Default: ${DEFAULT-VALUE}.")
    private long seed;

    SampleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Engine engine = context.openEngine()) {
            SyncRun run = context.follow(engine.sample().fill(videos, users, seed));
            context.result(run, RunReport.lines(run));
        }
        return 0;
    }
}
