package dev.torii.engine.embed.bench;

import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.embed.training.TowerTrainer;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.embed.training.TrainingSettings;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.job.JobKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures a training on generated data. It goes the whole way of a real one from the packed rows on; reading
/// them from the database, the gate and the saving are left out.
public final class TrainingBench {
    private static final String SOURCE =
            "generated in memory, in the form in which a training reads the database: packed videos, primitive rows";

    private final SyntheticSize size;
    private final TrainingSettings settings;
    private final Duration longest;

    /// @param longest the steps stop after this time
    public TrainingBench(SyntheticSize size, TrainingSettings settings, Duration longest) {
        this.size = size;
        this.settings = settings;
        this.longest = longest;
    }

    /// @param nativeDir TensorFlow's natives; null: its own search
    public Job<TrainingBenchReport> start(Jobs jobs, @Nullable Path nativeDir) {
        return jobs.start(JobKind.TRAIN, size.videos() + " videos", context -> {
            TensorFlowRuntime.load(nativeDir);
            return run(context);
        });
    }

    private TrainingBenchReport run(JobContext context) {
        MemoryPeak.reset();
        long started = System.nanoTime();
        InteractionSet data = SyntheticWorld.of(size, context);
        long generated = System.nanoTime();
        TowerTrainer trainer = new TowerTrainer(settings, longest);
        try (TrainedTowers towers = trainer.train(data, "train.epoch", context)) {
            long ended = System.nanoTime();
            double trainSeconds = trainer.clock().seconds();
            long pairs = trainer.clock().pairs();
            long planned = trainer.plannedPairs();
            Map<String, Double> phases = new TreeMap<>();
            phases.put("generate", (generated - started) / 1e9);
            phases.put("prepare", (ended - generated) / 1e9 - trainSeconds);
            trainer.clock()
                    .secondsByPhase()
                    .forEach((phase, seconds) -> phases.put(phase.name().toLowerCase(Locale.ROOT), seconds));
            double rate = trainSeconds == 0 ? 0 : pairs / trainSeconds;
            return new TrainingBenchReport(
                    size,
                    SOURCE,
                    TrainingSettingsReader.describe(settings),
                    data.interactionCount(),
                    planned,
                    pairs,
                    trainer.clock().steps(),
                    pairs == planned,
                    rate,
                    trainer.clock().milliseconds(0.5),
                    trainer.clock().milliseconds(0.95),
                    trainer.clock().milliseconds(0.99),
                    trainSeconds,
                    rate == 0 ? 0 : planned / rate + (ended - generated) / 1e9 - trainSeconds,
                    trainer.clock().processorSeconds(),
                    towers.figures().loss(),
                    phases,
                    MemoryPeak.heap(),
                    MemoryPeak.resident());
        }
    }
}
