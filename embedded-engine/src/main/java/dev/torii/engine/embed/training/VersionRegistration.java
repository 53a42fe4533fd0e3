package dev.torii.engine.embed.training;

import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.registry.VersionFolders;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.TowerFiles;
import dev.torii.engine.evaluate.EvaluationFiles;
import dev.torii.engine.evaluate.linear.LinearModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.ModelLineage;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.evaluate.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns trained towers into a version: the files first, then the row that names them. Either both stay or none.
final class VersionRegistration {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ModelRegistry registry;
    private final TrainingSettings settings;
    private final TrainingOrigin origin;
    private final Clock clock;

    VersionRegistration(ModelRegistry registry, TrainingSettings settings, TrainingOrigin origin, Clock clock) {
        this.registry = registry;
        this.settings = settings;
        this.origin = origin;
        this.clock = clock;
    }

    /// Writes and registers a candidate, or a rejected version where the verdict says so.
    ModelVersion register(
            TrainedTowers towers, InteractionSet data, GateVerdict verdict, CompanionPlan plan, JobContext context)
            throws IOException {
        Instant now = clock.instant();
        String fingerprint = DataFingerprint.of(data);
        Map<String, Double> simpleWeights =
                LinearModel.fit(data, settings.seed(), context).weights().toMap();
        context.begin("train.save", 0, "files");
        String version = freeVersion(now, fingerprint);
        Path folder = registry.folder(version);
        ModelFolder.delete(folder);
        Map<String, String> files = TowerFiles.write(towers.weights(), towers.extractor(), folder, unfinished -> {
            plan.write(data, towers, unfinished, context);
            EvaluationReport report = verdict.report();
            if (report != null) {
                EvaluationFiles.write(report, unfinished);
            }
            new VersionFolders(registry).sign(unfinished);
        });
        try {
            context.checkCancelled();
            Map<String, Double> metrics = new TreeMap<>(plan.metrics());
            metrics.putAll(verdict.metrics());
            metrics.put("loss", towers.figures().loss());
            metrics.put("examples_per_second", towers.figures().examplesPerSecond());
            metrics.put("bytes", (double) ModelFolder.size(folder));
            ModelVersion model = new ModelVersion(
                    version,
                    verdict.accepted() ? ModelState.CANDIDATE : ModelState.REJECTED,
                    settings.dimension(),
                    now,
                    null,
                    files,
                    TrainingSettingsReader.describe(settings),
                    metrics,
                    fingerprint,
                    verdict.reason(),
                    verdict.checks(),
                    new ModelLineage(origin.parent(), origin.codeVersion(), origin.trigger(), newest(data)),
                    null);
            registry.register(model, simpleWeights);
            return model;
        } catch (RuntimeException e) {
            ModelFolder.delete(folder);
            throw e;
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

    private static @Nullable Instant newest(InteractionSet data) {
        long newest = 0;
        for (long time : data.epochSeconds()) {
            newest = Math.max(newest, time);
        }
        return newest == 0 ? null : Instant.ofEpochSecond(newest);
    }
}
