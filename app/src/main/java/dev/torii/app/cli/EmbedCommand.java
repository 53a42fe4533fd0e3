package dev.torii.app.cli;

import dev.torii.app.cli.output.TextTable;
import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.embed.encoding.FailedVideo;
import java.time.temporal.ChronoUnit;
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
    private static final int MOST_LISTED = 1_000;

    private final CommandContext context;

    @Option(names = "--stale", description = "Only what has no vector of the active model, or changed since.")
    private boolean stale;

    @Option(
            names = "--resume",
            description = "Go on where an interrupted run stopped: leaves out what is encoded already.")
    private boolean resume;

    @Option(names = "--failed", description = "Encode nothing; list the videos that could not be encoded, and why.")
    private boolean failed;

    EmbedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Engine engine = context.openEngine()) {
            if (failed) {
                return list(engine.encoding().failed(MOST_LISTED));
            }
            EncodingResult result = context.follow(engine.encoding().embedAll(stale || resume));
            context.result(result, List.of(line(result)));
            return result.failed() == 0 ? 0 : 1;
        }
    }

    private int list(List<FailedVideo> videos) {
        TextTable table = new TextTable("video", "title", "model", "tries", "next try", "reason");
        for (FailedVideo video : videos) {
            table.row(
                    video.externalId(),
                    video.title(),
                    video.modelVersion(),
                    video.attempts(),
                    video.nextTryAt() == null ? "given up" : video.nextTryAt().truncatedTo(ChronoUnit.SECONDS),
                    video.lastError());
        }
        context.result(videos, table, "Every video could be encoded.");
        return 0;
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
