package dev.torii.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that is nothing without one of its subcommands.
class CommandGroup implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "`" + spec.qualifiedName() + "` needs one of: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
