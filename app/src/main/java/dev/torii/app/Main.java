package dev.torii.app;

import dev.torii.app.cli.CommandContext;
import dev.torii.app.cli.Interruption;
import dev.torii.app.cli.ToriiCommandLine;
import dev.torii.app.cli.Version;
import dev.torii.app.cli.output.Streams;

/// Where the `torii` process starts.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Answered before the command line is built, which takes most of the time of so short a run.
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            System.out.println(Version.line());
            return;
        }
        Interruption interruption = new Interruption();
        interruption.listenToSignals();
        CommandContext context = new CommandContext(Streams.ofProcess(), System.getenv(), interruption);
        System.exit(ToriiCommandLine.create(context).execute(arguments));
    }
}
