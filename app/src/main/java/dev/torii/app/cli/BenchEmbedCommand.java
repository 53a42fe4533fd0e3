package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii bench embed`: how fast users are encoded one by one, and how fast a catalogue is, database to
/// database.
@Command(
        name = "embed",
        description = "Encode a generated catalogue and users of known histories, in a home of its own that is "
                + "removed afterwards.")
final class BenchEmbedCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--videos", defaultValue = "100000", description = "How many videos. Default: ${DEFAULT-VALUE}.")
    private int videos;

    @Option(names = "--seed", defaultValue = "7", description = "Of the catalogue. Default: ${DEFAULT-VALUE}.")
    private long seed;

    BenchEmbedCommand(CommandContext context) {
        this.context = context;
    }

    /// The document: the figures, and what they were measured on.
    record Document(String benchmark, Machine machine, EmbeddingBench.Report result) {}

    @Override
    public Integer call() {
        ToriiConfig config = context.config();
        Path home = home();
        try (Engine engine = Engine.open(config.engine().withHome(home))) {
            EmbeddingBench.Report report = new EmbeddingBench(context, engine, videos, seed).run();
            context.result(new Document("embed", Machine.here(), report), lines(report));
            return 0;
        } finally {
            EmbeddingBench.delete(home);
        }
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("torii-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(EmbeddingBench.Report report) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "batch encoding, database to database: %,d videos in %.1f s, %,.0f videos/s",
                        report.videos(),
                        report.batchSeconds(),
                        report.videosPerSecond()),
                line("user of 50 likes, towers alone", report.tower50()),
                line("user of 500 likes, towers alone", report.tower500()),
                line("user of 50 likes, database to database", report.whole50()),
                line("user of 500 likes, database to database", report.whole500()),
                line("a recommendation, nothing else going on", report.recommend()),
                line("a recommendation while encoding", report.recommendWhileEncoding()),
                String.format(
                        Locale.ROOT,
                        "encoding while 20 recommendations a second are answered: %,.0f videos/s",
                        report.videosPerSecondWhileServing()));
    }

    private static String line(String what, EmbeddingBench.Millis millis) {
        return String.format(
                Locale.ROOT,
                "%-42s p50 %.2f ms, p95 %.2f ms, p99 %.2f ms",
                what,
                millis.p50(),
                millis.p95(),
                millis.p99());
    }
}
