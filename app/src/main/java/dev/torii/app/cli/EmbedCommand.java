package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.EncodingResult;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii embed`: encodes every video and user.
@Command(
        name = "embed",
        description = "Encode every video and user with the active model. What a batch wrote stays when it is "
                + "interrupted; --resume goes on from there.")
final class EmbedCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--stale", description = "Only what has no vector of the active model, or changed since.")
    private boolean stale;

    @Option(
            names = "--resume",
            description = "Go on where an interrupted run stopped: leaves out what is encoded already.")
    private boolean resume;

    EmbedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Engine engine = context.openEngine()) {
            EncodingResult result = context.follow(engine.encoding().embedAll(stale || resume));
            context.result(result, List.of(line(result)));
            return result.failed() == 0 ? 0 : 1;
        }
    }

    static String line(EncodingResult result) {
        return String.format(
                Locale.ROOT,
                "model %s: %,d videos and %,d users encoded, %,d failed",
                result.modelVersion(),
                result.videos(),
                result.users(),
                result.failed());
    }
}
