package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.models.sync.SyncRun;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torii import`: reads real data.
@Command(name = "import", description = "Read a data set into the database.")
final class ImportCommand extends CommandGroup {
    private final CommandContext context;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "movielens", description = "MovieLens 100K, 1M and later formats, told apart by their files.")
    int movielens(@Parameters(paramLabel = "DIR", description = "The unpacked folder.") Path folder) {
        try (Engine engine = context.openEngine()) {
            return report(context.follow(engine.imports().movielens(folder)));
        }
    }

    @Command(name = "csv", description = "Videos and interactions as CSV with a header line.")
    int csv(
            @Option(names = "--videos", required = true, paramLabel = "FILE", description = "Videos, a line each.")
                    Path videos,
            @Option(
                            names = "--interactions",
                            required = true,
                            paramLabel = "FILE",
                            description = "Who did what with which video, a line each.")
                    Path interactions) {
        try (Engine engine = context.openEngine()) {
            return report(context.follow(engine.imports().csv(videos, interactions)));
        }
    }

    private int report(SyncRun run) {
        context.result(run, RunReport.lines(run));
        return 0;
    }
}
