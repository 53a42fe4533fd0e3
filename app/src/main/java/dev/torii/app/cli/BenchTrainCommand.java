package dev.torii.app.cli;

import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.embed.bench.SyntheticSize;
import dev.torii.engine.embed.bench.TrainingBench;
import dev.torii.engine.embed.bench.TrainingBenchReport;
import dev.torii.engine.embed.training.TrainingSettings;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii bench train`: how fast, and in how much memory, the towers train.
@Command(
        name = "train",
        description =
                "Train on generated data of a given size. Training settings as for `torii train`: " + "--set epochs=1.")
final class BenchTrainCommand implements Callable<Integer> {
    private static final int INTERACTIONS_OF_A_VIDEO = 20;
    private static final int INTERACTIONS_OF_A_USER = 40;

    private final CommandContext context;

    @Option(names = "--videos", defaultValue = "100000", description = "How many videos. Default: ${DEFAULT-VALUE}.")
    private int videos;

    @Option(names = "--users", description = "How many users. Default: one for 40 interactions.")
    private @Nullable Integer users;

    @Option(names = "--interactions", description = "How many positives. Default: 20 for each video.")
    private @Nullable Integer interactions;

    @Option(names = "--seed", defaultValue = "7", description = "Of the data. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--batch", description = "Positives in a step. Default: as `torii train` would choose.")
    private @Nullable Integer batch;

    @Option(
            names = "--seconds",
            defaultValue = "31536000",
            description = "Stop the steps after this time, and say what all of them would take. Default: train to "
                    + "the end.")
    private long seconds;

    BenchTrainCommand(CommandContext context) {
        this.context = context;
    }

    /// The document: the figures, and what they were measured on.
    record Document(String benchmark, Machine machine, TrainingBenchReport result) {}

    @Override
    public Integer call() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.putAll(TrainCommand.takeOverrides(context.options().assignments));
        if (batch != null) {
            overrides.put("batchSize", Integer.toString(batch));
        }
        ToriiConfig config = context.config();
        TrainingSettings settings = TrainingSettingsReader.read(config.training(), overrides);
        int wanted = interactions == null ? Math.multiplyExact(INTERACTIONS_OF_A_VIDEO, videos) : interactions;
        int people = users == null ? Math.max(2, wanted / INTERACTIONS_OF_A_USER) : users;
        TrainingBench bench = new TrainingBench(
                new SyntheticSize(videos, people, wanted, seed), settings, Duration.ofSeconds(seconds));
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            TrainingBenchReport report =
                    context.follow(bench.start(jobs, config.engine().serving().nativeDir()));
            context.result(new Document("train", Machine.here(), report), lines(report));
        }
        return 0;
    }

    private static List<String> lines(TrainingBenchReport report) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,.0f pairs/s; a step takes %.1f ms (p50), %.1f ms (p95)",
                        report.pairsPerSecond(),
                        report.stepMillisP50(),
                        report.stepMillisP95()),
                String.format(
                        Locale.ROOT,
                        "%,d of %,d pairs in %.0f s; the whole training %s %.0f s",
                        report.pairs(),
                        report.plannedPairs(),
                        report.trainSeconds(),
                        report.wholeRun() ? "took" : "would take",
                        report.wholeSeconds()),
                String.format(
                        Locale.ROOT,
                        "at most %,d MB on the heap, %,d MB resident",
                        report.heapPeakBytes() >> 20,
                        report.residentPeakBytes() >> 20),
                "seconds by phase: " + report.phases());
    }
}
