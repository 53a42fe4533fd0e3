package dev.torii.engine.embed.export;

import dev.torii.engine.EngineConfig;
import dev.torii.engine.catalog.CatalogService;
import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.embed.export.place.Patience;
import dev.torii.engine.embed.registry.ModelDao;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.engine.embed.serving.TowerFiles;
import dev.torii.engine.embed.towers.NativeLibraries;
import dev.torii.engine.embed.training.TowerTrainer;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.embed.training.TrainingSettings;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.ingest.sample.SampleService;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A model that was trained on the sample catalogue and registered, with the database that it came from.
final class SampleModel implements AutoCloseable {
    static final String VERSION = "20260101-000000-abcd";

    private static final Patience PATIENCE = new Patience(3, Duration.ofMillis(5), Duration.ofMillis(50));
    private static final int VIDEOS = 200;
    private static final int USERS = 60;

    private final FreshDatabase fresh = FreshDatabase.portable();
    final Database database = fresh.open();
    final Jobs jobs = new Jobs(Clock.systemUTC());
    final ModelRegistry registry = new ModelRegistry(database, new ModelDao(), fresh.home(), Clock.systemUTC());
    final EngineConfig config = EngineConfig.defaults(fresh.home());
    final List<Video> videos = new ArrayList<>();
    final List<List<HistoryEntry>> histories = new ArrayList<>();

    SampleModel() throws IOException {
        NativeLibraries.load();
        new SampleService(jobs, new IngestRuns(database, Clock.systemUTC()))
                .fill(VIDEOS, USERS, 7)
                .await();
        database.useService(handle -> new VideoDao()
                .page(handle, null, VIDEOS).stream().map(StoredVideo::video).forEach(videos::add));
        InteractionSet data = database.asService(handle -> new InteractionDao().positives(handle, 4, null));
        histories.addAll(histories(data));
        register(VERSION, data);
    }

    /// The users' histories, newest first.
    static List<List<HistoryEntry>> histories(InteractionSet data) {
        List<List<HistoryEntry>> histories = new ArrayList<>();
        for (int user = 0; user < data.userCount(); user++) {
            List<HistoryEntry> history = new ArrayList<>();
            for (int k = data.rowStarts()[user + 1] - 1; k >= data.rowStarts()[user]; k--) {
                Instant at = Instant.ofEpochSecond(data.epochSeconds()[k]);
                history.add(new HistoryEntry(data.videos().get(data.items()[k]), InteractionKind.LIKE, 1, at));
            }
            histories.add(history);
        }
        return histories;
    }

    /// Trains one pass at the full width: it is the computation that matters here, and not the taste.
    private void register(String version, InteractionSet data) throws IOException {
        TrainingSettings settings = TrainingSettingsReader.read(
                config.training(),
                Map.of("epochs", "1", "halfLifeDays", "200", "batchSize", "128", "contentWidth", "512"));
        try (TrainedTowers towers = new TowerTrainer(settings).train(data, "train.epoch", JobContext.unwatched())) {
            Map<String, String> files =
                    TowerFiles.write(towers.weights(), towers.extractor(), registry.folder(version));
            registry.register(model(version, ModelState.CANDIDATE, files));
        }
    }

    static ModelVersion model(String version, ModelState state, Map<String, String> files) {
        return new ModelVersion(
                version,
                state,
                768,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                files,
                Map.of(),
                Map.of(),
                "abcd",
                "Accepted for a test.");
    }

    ExportService exports(EngineConfig configured) {
        return new ExportService(jobs, new CatalogService(database), registry, configured, PATIENCE, Clock.systemUTC());
    }

    ServedTowers served() {
        ModelVersion model = registry.find(VERSION).orElseThrow();
        return ServedTowers.load(VERSION, model.dimension(), registry.folder(VERSION), model.files());
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
        fresh.close();
    }
}
