package dev.torii.engine.embed.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.EngineConfig;
import dev.torii.engine.EngineConfig.ServingConfig;
import dev.torii.engine.catalog.CatalogService;
import dev.torii.engine.embed.export.feature.ExampleChoice;
import dev.torii.engine.embed.export.feature.GoldenExamples;
import dev.torii.engine.embed.export.place.ExportTarget;
import dev.torii.engine.embed.export.place.Patience;
import dev.torii.engine.embed.export.place.ReloadHook;
import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.job.JobKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Exports registered model versions to folders and buckets.
public final class ExportService {
    private final Jobs jobs;
    private final CatalogService catalog;
    private final ModelRegistry registry;
    private final EngineConfig config;
    private final Patience patience;
    private final Clock clock;

    public ExportService(
            Jobs jobs,
            CatalogService catalog,
            ModelRegistry registry,
            EngineConfig config,
            Patience patience,
            Clock clock) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.registry = registry;
        this.config = config;
        this.patience = patience;
        this.clock = clock;
    }

    /// Exports both towers of a version. The files come under `FORMAT/VERSION`, `FORMAT/latest.json` names the
    /// version afterwards, and the reload hook is called where one is configured. An export that is there already
    /// stays as it is.
    ///
    /// The job fails with MODEL_DAMAGED, CONFLICT, TARGET_UNREACHABLE or TARGET_REFUSED.
    ///
    /// @param to a folder, or `supabase://BUCKET/FOLDER`
    /// @throws ToriiException NOT_FOUND; VIOLATION when the version did not pass its gate; INVALID_VALUE for `to`;
    /// CONFIGURATION when a bucket is named and no Storage is configured
    public Job<ExportResult> export(String version, ExportFormat format, String to) {
        ModelVersion model = require(version);
        ExportTarget target = new ExportPlaces(config.serving(), config.home(), patience).find(to);
        ReloadHook hook = hook(config.serving());
        return jobs.start(JobKind.EXPORT, version + " " + format.key(), context -> {
            try (target) {
                List<String> problems = registry.verify(version);
                if (!problems.isEmpty()) {
                    throw ServedTowers.damaged(version, String.join(" ", problems), null);
                }
                TensorFlowRuntime.load(config.serving().nativeDir());
                Path source = registry.folder(version);
                ExportRun run = new ExportRun(model, format, target, hook, clock, context);
                return run.run(folder ->
                        new ExportContents(model, format, source, examples(model), clock, context).write(folder));
            }
        });
    }

    private ObjectNode examples(ModelVersion model) throws IOException {
        Path source = registry.folder(model.version());
        FeatureExtractor extractor = FeatureFiles.read(source);
        ExampleChoice choice = ExampleChoice.of(catalog, extractor);
        try (ServedTowers towers = ServedTowers.load(model.version(), model.dimension(), source, model.files())) {
            return GoldenExamples.of(towers, extractor, choice.videos(), choice.histories());
        }
    }

    private ModelVersion require(String version) {
        ModelVersion model = registry.find(version)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no model version " + version + ".",
                        "Maybe 'torii models list' shows the one you mean."));
        if (model.state() == ModelState.REJECTED) {
            throw new ToriiException(
                    ErrorCode.VIOLATION,
                    "Model " + version + " did not pass its gate: " + model.gateReason(),
                    "Maybe export another version.");
        }
        return model;
    }

    private @Nullable ReloadHook hook(ServingConfig serving) {
        URI url = serving.reloadHookUrl();
        return url == null ? null : new ReloadHook(url, serving.reloadHookToken(), patience);
    }
}
