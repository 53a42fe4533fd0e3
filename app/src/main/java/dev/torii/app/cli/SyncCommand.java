package dev.torii.app.cli;

import picocli.CommandLine.Command;

/// `torii sync`.
@Command(name = "sync", description = "Read the catalogue of a source.", subcommands = SyncDmmCommand.class)
final class SyncCommand extends CommandGroup {}
