package dev.torii.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `torii`: alone it opens the console.
@Command(
        name = "torii",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "A two-tower recommender for a video catalogue: a desktop console, a headless server and this command on one engine.",
            "Alone it opens the console.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 the database or DMM cannot be reached,",
            "4 a check found a violation, 130 interrupted after stopping cleanly."
        },
        subcommands = {
            QuickstartCommand.class,
            DesktopCommand.class,
            ServeCommand.class,
            SampleCommand.class,
            SyncCommand.class,
            ImportCommand.class,
            TrainCommand.class,
            EmbedCommand.class,
            ModelsCommand.class,
            AlertsCommand.class,
            RecommendCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            JobsCommand.class,
            ConfigCommand.class,
            TokenCommand.class,
            RehearseCommand.class
        })
final class ToriiCommand implements Callable<Integer> {
    @Mixin
    final GlobalOptions options;

    private final CommandContext context;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    ToriiCommand(CommandContext context) {
        this.context = context;
        this.options = context.options();
    }

    @Override
    public Integer call() {
        return new DesktopCommand(context).call();
    }
}
