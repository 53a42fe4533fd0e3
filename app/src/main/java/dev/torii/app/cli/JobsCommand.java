package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.app.cli.output.TextTable;
import dev.torii.engine.Engine;
import dev.torii.engine.monitor.jobs.JobRecord;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.SyncRun;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torii jobs`: what runs and ran in any process on this database.
@Command(name = "jobs", description = "What runs and ran: trainings, encodings, imports and others, of any process.")
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
            List<JobRecord> jobs = engine.jobHistory().list(limit);
            context.result(jobs, JobReport.table(jobs), "No job yet.");
        }
        return 0;
    }

    @Command(name = "show", description = "All that is known of one job.")
    int show(@Parameters(paramLabel = "ID", description = "The job.") UUID id) {
        try (Engine engine = context.openEngine()) {
            JobRecord job = engine.jobHistory()
                    .find(id)
                    .orElseThrow(() -> new ToriiException(
                            ErrorCode.NOT_FOUND,
                            "There is no job " + id + ".",
                            "Maybe `torii jobs list` shows the one you mean."));
            context.result(job, JobReport.details(job));
        }
        return 0;
    }

    @Command(
            name = "cancel",
            description = "Ask a job to stop, whichever process runs it; it ends at its next safe point.")
    int cancel(@Parameters(paramLabel = "ID", description = "The job.") UUID id) {
        try (Engine engine = context.openEngine()) {
            engine.jobHistory().cancel(id);
            context.result(Map.of("id", id, "cancelRequested", true), List.of("job " + id + " was asked to stop"));
        }
        return 0;
    }

    @Command(name = "runs", description = "Imports, samples and synchronisations with their counts, newest first.")
    int runs(
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
