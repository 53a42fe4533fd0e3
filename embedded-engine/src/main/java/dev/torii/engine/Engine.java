package dev.torii.engine;

import dev.torii.engine.catalog.CatalogService;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.encoding.ArrivalEncoder;
import dev.torii.engine.embed.encoding.EncodedDeployment;
import dev.torii.engine.embed.encoding.EncodingService;
import dev.torii.engine.embed.encoding.UserRefresher;
import dev.torii.engine.embed.export.ExportService;
import dev.torii.engine.embed.export.place.Patience;
import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.engine.embed.registry.ModelDao;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.training.GateBaselines;
import dev.torii.engine.embed.training.TrainingService;
import dev.torii.engine.evaluate.EvaluationReports;
import dev.torii.engine.evaluate.EvaluationService;
import dev.torii.engine.ingest.importer.ImportService;
import dev.torii.engine.ingest.sample.SampleService;
import dev.torii.engine.ingest.sync.IngestRuns;
import dev.torii.engine.ingest.sync.SyncService;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.jobs.ServingLoad;
import dev.torii.engine.monitor.alert.AlertService;
import dev.torii.engine.monitor.health.HealthService;
import dev.torii.engine.monitor.jobs.JobHistory;
import dev.torii.engine.monitor.jobs.JobRecorder;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.LikeService;
import dev.torii.engine.people.PeopleService;
import dev.torii.engine.recommend.AnsweringModels;
import dev.torii.engine.recommend.RecommendService;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.PopularVideos;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.engine.recommend.companion.CompanionFitting;
import dev.torii.engine.recommend.companion.CompanionModels;
import dev.torii.engine.recommend.retrieval.IndexFollower;
import dev.torii.engine.recommend.retrieval.SearchSettings;
import dev.torii.engine.recommend.retrieval.SegmentFiles;
import dev.torii.engine.schedule.Schedules;
import dev.torii.models.embedding.ModelVersion;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// The whole recommender behind one door: a getter for each service. Opening it starts the database (or
/// connects to it) and brings the schema up to date; closing it stops the jobs and the database.
public final class Engine implements AutoCloseable {
    private final EngineConfig config;
    private final Jobs jobs;
    private final ServingLoad load = new ServingLoad();
    private final Database database;
    private final CatalogService catalog;
    private final PeopleService people;
    private final LikeService likes;
    private final EvaluationService evaluation;
    private final ImportService imports;
    private final SampleService sample;
    private final SyncService sync;
    private final ModelRegistry models;
    private final AlertService alerts;
    private final ActiveModel activeModel;
    private final TrainingService training;
    private final EncodingService encoding;
    private final ExportService exports;
    private final IndexFollower index;
    private final ArrivalEncoder arrivals;
    private final UserRefresher users;
    private final JobRecorder recorder;
    private final JobHistory history;
    private final Schedules schedules;
    private final RecommendService recommender;
    private final HealthService health;

    private Engine(EngineConfig config, Clock clock, Database database) {
        this.config = config;
        this.jobs = new Jobs(clock);
        this.database = database;
        this.recorder = new JobRecorder(database, jobs, clock, processName());
        this.history = new JobHistory(database, clock);
        this.catalog = new CatalogService(database);
        this.people = new PeopleService(database);
        this.likes = new LikeService(database, clock);
        this.evaluation = new EvaluationService(
                jobs, OfflineRankers.all(config), database, EvaluationReports.under(config.home()), clock);
        IngestRuns runs = new IngestRuns(database, clock);
        runs.closeAbandoned();
        this.imports = new ImportService(jobs, runs, config.training().minRating());
        this.sample = new SampleService(jobs, runs);
        this.sync = new SyncService(jobs, database, runs, config.dmm(), clock);
        this.models = new ModelRegistry(database, new ModelDao(), config.home(), clock);
        this.alerts = new AlertService(database, clock);
        this.activeModel = new ActiveModel(models, alerts, config.serving().nativeDir());
        AnsweringModels answering = new AnsweringModels(models, activeModel);
        SearchSettings search = SearchSettings.rescoring(config.index().rescore());
        this.encoding = new EncodingService(database, jobs, activeModel::require, load, clock);
        this.training = new TrainingService(
                jobs,
                database,
                new InteractionDao(),
                models,
                new GateBaselines(new Popularity(), Ease.DEFAULT, Ease.MAX_ITEMS),
                new CompanionFitting(config.training().seed()),
                new EncodedDeployment(
                        database, encoding, models, config.serving().keepVersions()),
                config,
                clock);
        this.exports = new ExportService(jobs, catalog, models, config, Patience.DEFAULT, clock);
        this.index = new IndexFollower(
                database, answering, new SegmentFiles(config.home().resolve("index"), search), search);
        this.arrivals = new ArrivalEncoder(database, answering::answering, load, clock, index::wake);
        this.users = new UserRefresher(encoding, activeModel::isLoaded);
        this.schedules = new Schedules(
                database,
                jobs,
                config.schedule(),
                () -> training.train(Map.of(), "schedule"),
                () -> encoding.embedAll(true),
                () -> models.active().map(ModelVersion::version).orElse(""));
        this.recommender = new RecommendService(
                database,
                index,
                answering,
                new CompanionModels(models, clock),
                new PopularVideos(database, clock, config.training().minRating(), PopularVideos.HALF_LIFE),
                models::simpleWeights,
                config.training().minRating(),
                clock);
        this.health = new HealthService(database::health, answering::health, index::health);
        likes.onChange(recommender::forget);
        likes.onChange(users::changed);
        models.onActivation(model -> index.wake());
        encoding.onEnd(index::catchUp);
    }

    /// Opens the engine; blocks until the database answers.
    ///
    /// @throws dev.torii.models.problem.ToriiException HOME_UNUSABLE, DATABASE_UNREACHABLE, CONFIGURATION
    public static Engine open(EngineConfig config) {
        unpackNativesUnder(config.home());
        Database database = Database.open(config.home(), config.database());
        try {
            return new Engine(config, Clock.systemUTC(), database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Offline evaluation on folders and files alone: no database is started or asked, and nothing but
    /// the reports and the cache of native libraries is written.
    public static EvaluationService offlineEvaluation(EngineConfig config, Jobs jobs) {
        unpackNativesUnder(config.home());
        return EvaluationService.withoutDatabase(
                jobs, OfflineRankers.all(config), EvaluationReports.under(config.home()), Clock.systemUTC());
    }

    /// JavaCPP unpacks OpenBLAS when it is first used; without this it would do so outside the home folder.
    private static void unpackNativesUnder(Path home) {
        System.getProperties()
                .putIfAbsent(
                        "org.bytedeco.javacpp.cachedir",
                        home.resolve("cache").resolve("natives").toString());
    }

    private static String processName() {
        String runtime = ManagementFactory.getRuntimeMXBean().getName(); // 4711@host
        return runtime + "/" + UUID.randomUUID().toString().substring(0, 8);
    }

    public EngineConfig config() {
        return config;
    }

    public Jobs jobs() {
        return jobs;
    }

    /// The jobs of all processes on this database.
    public JobHistory jobHistory() {
        return history;
    }

    /// Training and encoding by the clock; a process that stays starts it.
    public Schedules schedules() {
        return schedules;
    }

    /// Whoever answers requests tells it here; work in the background steps aside for them.
    public ServingLoad servingLoad() {
        return load;
    }

    public CatalogService catalog() {
        return catalog;
    }

    public PeopleService people() {
        return people;
    }

    public LikeService likes() {
        return likes;
    }

    public ImportService imports() {
        return imports;
    }

    public SampleService sample() {
        return sample;
    }

    public SyncService sync() {
        return sync;
    }

    public TrainingService training() {
        return training;
    }

    public ModelRegistry models() {
        return models;
    }

    /// What somebody should look at.
    public AlertService alerts() {
        return alerts;
    }

    /// The model that answers now.
    public ActiveModel activeModel() {
        return activeModel;
    }

    public ExportService exports() {
        return exports;
    }

    public EncodingService encoding() {
        return encoding;
    }

    /// The first call begins to load the index and to encode videos that arrive, in the background.
    public RecommendService recommender() {
        follow();
        return recommender;
    }

    public EvaluationService evaluation() {
        return evaluation;
    }

    /// The first call begins to load the index, in the background.
    public HealthService health() {
        follow();
        return health;
    }

    private void follow() {
        index.start();
        arrivals.start();
    }

    /// How many connections to the database are at work now.
    public int databaseConnections() {
        return database.connectionsAtWork();
    }

    @Override
    public void close() {
        jobs.close();
        schedules.close();
        recorder.close();
        users.close();
        arrivals.close();
        index.close();
        database.close();
    }
}
