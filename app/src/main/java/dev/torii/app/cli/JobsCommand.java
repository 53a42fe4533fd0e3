package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.app.cli.output.TextTable;
import dev.torii.engine.Engine;
import dev.torii.models.sync.SyncRun;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii jobs`: the runs that the database remembers. A job that is going on belongs to the process that
/// started it, and is shown there.
@Command(name = "jobs", description = "The runs that the database remembers: imports, samples and synchronisations.")
final class JobsCommand extends CommandGroup {
    private final CommandContext context;

    JobsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "Newest first.")
    int list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "At most so many. Default: ${DEFAULT-VALUE}.")
                    int limit) {
        try (Engine engine = context.openEngine()) {
            List<SyncRun> runs = engine.sync().runs(limit);
            TextTable table = new TextTable(
                    "id", "source", "state", "started", "took", "read", "added", "changed", "quarantined", "failure");
            for (SyncRun run : runs) {
                table.row(
                        run.id(),
                        run.source(),
                        run.state().name().toLowerCase(Locale.ROOT),
                        run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        run.finishedAt() == null
                                ? ""
                                : Durations.text(Duration.between(run.startedAt(), run.finishedAt())),
                        run.counts().read(),
                        run.counts().added(),
                        run.counts().changed(),
                        run.counts().quarantined(),
                        run.failure() == null ? "" : run.failure());
            }
            context.result(runs, table, "No run yet.");
        }
        return 0;
    }
}
