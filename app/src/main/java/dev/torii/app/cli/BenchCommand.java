package dev.torii.app.cli;

import picocli.CommandLine.Command;

/// `torii bench`.
@Command(
        name = "bench",
        description = "Measure with generated data; the same options give the same data. With --json the figures and "
                + "the machine.",
        subcommands = {BenchEmbedCommand.class, BenchTrainCommand.class})
final class BenchCommand extends CommandGroup {}
