package dev.torii.engine.embed.training;

import dev.torii.engine.EngineConfig;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.job.JobKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Trains, evaluates and registers models.
public final class TrainingService {
    private static final String MANUAL = "manual";

    private final Jobs jobs;
    private final Database database;
    private final InteractionDao interactions;
    private final ModelRegistry registry;
    private final GateBaselines baselines;
    private final CompanionTrainer companions;
    private final Deployment deployment;
    private final EngineConfig config;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    /// @param baselines what a model is compared with
    /// @param companions what else of a version is fitted beside its towers
    /// @param deployment what becomes of an accepted model
    public TrainingService(
            Jobs jobs,
            Database database,
            InteractionDao interactions,
            ModelRegistry registry,
            GateBaselines baselines,
            CompanionTrainer companions,
            Deployment deployment,
            EngineConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.database = database;
        this.interactions = interactions;
        this.registry = registry;
        this.baselines = baselines;
        this.companions = companions;
        this.deployment = deployment;
        this.config = config;
        this.clock = clock;
    }

    /// Trains on the positives of the database, measures on held-out ones, registers a version, and activates it
    /// unless it failed its gate (then its state is REJECTED and its `gateReason` says why).
    ///
    /// The job fails with CONFLICT when there is nothing to learn from, or another training runs.
    ///
    /// @param overrides training settings by name (`epochs`, `batchSize`, `learningRate` ...), over the
    /// configured ones
    /// @throws ToriiException INVALID_VALUE for a setting that does not exist or is out of range
    public Job<ModelVersion> train(Map<String, String> overrides) {
        return train(overrides, MANUAL);
    }

    /// As [#train(Map)], begun by somebody or something else than a person.
    ///
    /// @param trigger for the lineage of the version: `schedule`
    public Job<ModelVersion> train(Map<String, String> overrides, String trigger) {
        TrainingSettings settings = TrainingSettingsReader.read(config.training(), overrides);
        return jobs.start(JobKind.TRAIN, "", context -> {
            if (!running.compareAndSet(false, true)) {
                throw new ToriiException(
                        ErrorCode.CONFLICT, "Another training is running.", "Maybe wait for it, or cancel it.");
            }
            try {
                context.begin("train.read", 0, "rows");
                InteractionSet data = database.asService(
                        context.cancellation(), handle -> interactions.positives(handle, settings.minRating(), null));
                context.checkCancelled();
                return run(settings, data, trigger, context).run();
            } finally {
                running.set(false);
            }
        });
    }

    private TrainingRun run(TrainingSettings settings, InteractionSet data, String trigger, JobContext context) {
        String parent = registry.active().map(ModelVersion::version).orElse(null);
        return new TrainingRun(
                settings,
                data,
                registry,
                baselines,
                companions,
                new VersionRegistration(registry, settings, TrainingOrigin.now(parent, trigger), clock),
                deployment,
                config.serving().nativeDir(),
                clock,
                context);
    }
}
