package dev.torii.engine.embed.training;

import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.TowerFiles;
import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.FullRanking;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.evaluate.RankingOutcome;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One training: measures on held-out positives, trains on all of them, registers the version.
final class TrainingRun {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final TrainingSettings settings;
    private final InteractionSet data;
    private final ModelRegistry registry;
    private final RankerFactory popularity;
    private final CompanionTrainer companions;
    private final @Nullable Path nativeDir;
    private final Clock clock;
    private final JobContext context;

    TrainingRun(
            TrainingSettings settings,
            InteractionSet data,
            ModelRegistry registry,
            RankerFactory popularity,
            CompanionTrainer companions,
            @Nullable Path nativeDir,
            Clock clock,
            JobContext context) {
        this.settings = settings;
        this.data = data;
        this.registry = registry;
        this.popularity = popularity;
        this.companions = companions;
        this.nativeDir = nativeDir;
        this.clock = clock;
        this.context = context;
    }

    /// @throws dev.torii.models.problem.ToriiException CONFLICT when there is nothing to learn from; CANCELLED
    ModelVersion run() throws IOException {
        TrainableData.check(data, settings.minRating());
        TensorFlowRuntime.load(nativeDir);
        ModelFolder.deleteUnfinished(registry.folder(), clock.instant().minus(ABANDONED));
        EvaluationSplit split = HeldOutSplit.of(data, settings.validationShare(), settings.seed());
        int measurable = split.rankedUsers().length;
        if (measurable < AccuracyGate.FEWEST_USERS) {
            return trainOnAll(AccuracyGate.unmeasured(measurable), companions.unmeasured());
        }
        AccuracyGate gate;
        CompanionPlan plan;
        try (TrainedTowers measured = new TowerTrainer(settings).train(split.training(), "train.measure", context)) {
            gate = gate(measured, split);
            context.log(gate.reason());
            if (!gate.accepted()) {
                return register(measured, gate, CompanionPlan.NONE);
            }
            plan = companions.measure(split, measured, context);
        }
        return trainOnAll(gate, plan);
    }

    private AccuracyGate gate(TrainedTowers towers, EvaluationSplit split) {
        FullRanking ranking = new FullRanking(split);
        context.begin("train.rank", ranking.userCount(), "users");
        try (Ranker ranker = TowerRankers.twoTower(towers, split.training());
                Ranker popular = popularity.fit(split.training(), context)) {
            RankingOutcome reached = ranking.rank(ranker, context);
            return AccuracyGate.compare(reached, ranking.rank(popular, context));
        }
    }

    private ModelVersion trainOnAll(AccuracyGate gate, CompanionPlan plan) throws IOException {
        try (TrainedTowers towers = new TowerTrainer(settings).train(data, "train.epoch", context)) {
            return register(towers, gate, plan);
        }
    }

    /// The name of the moment, or of the first second after it that no version bears.
    private String freeVersion(Instant now, String fingerprint) {
        for (Instant moment = now; ; moment = moment.plusSeconds(1)) {
            String version = STAMP.format(moment) + "-" + fingerprint.substring(0, 4);
            if (registry.find(version).isEmpty()) {
                return version;
            }
        }
    }

    private ModelVersion register(TrainedTowers towers, AccuracyGate gate, CompanionPlan plan) throws IOException {
        context.begin("train.save", 0, "files");
        Instant now = clock.instant();
        String fingerprint = DataFingerprint.of(data);
        String version = freeVersion(now, fingerprint);
        Path folder = registry.folder(version);
        ModelFolder.delete(folder);
        Map<String, String> files = TowerFiles.write(
                towers.weights(),
                towers.extractor(),
                folder,
                unfinished -> plan.write(data, towers, unfinished, context));
        try {
            context.checkCancelled();
            Map<String, Double> metrics = new TreeMap<>(plan.metrics());
            metrics.putAll(gate.metrics());
            metrics.put("loss", towers.figures().loss());
            metrics.put("examples_per_second", towers.figures().examplesPerSecond());
            metrics.put("bytes", (double) ModelFolder.size(folder));
            registry.register(new ModelVersion(
                    version,
                    gate.accepted() ? ModelState.CANDIDATE : ModelState.REJECTED,
                    settings.dimension(),
                    now,
                    null,
                    files,
                    TrainingSettingsReader.describe(settings),
                    metrics,
                    fingerprint,
                    gate.reason()));
        } catch (RuntimeException e) {
            ModelFolder.delete(folder);
            throw e;
        }
        return gate.accepted()
                ? registry.activate(version)
                : registry.find(version).orElseThrow();
    }
}
