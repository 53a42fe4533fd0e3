package dev.torii.engine.embed.training;

import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.registry.VersionFolders;
import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One training, step by step: measure a model on held-out positives, train another one on all of them, look at its
/// vectors, register it, and let it answer when the gate accepts it.
final class TrainingRun {
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final TrainingSettings settings;
    private final InteractionSet data;
    private final ModelRegistry registry;
    private final GateBaselines baselines;
    private final CompanionTrainer companions;
    private final VersionRegistration registration;
    private final Deployment deployment;
    private final @Nullable Path nativeDir;
    private final Clock clock;
    private final JobContext context;

    TrainingRun(
            TrainingSettings settings,
            InteractionSet data,
            ModelRegistry registry,
            GateBaselines baselines,
            CompanionTrainer companions,
            VersionRegistration registration,
            Deployment deployment,
            @Nullable Path nativeDir,
            Clock clock,
            JobContext context) {
        this.settings = settings;
        this.data = data;
        this.registry = registry;
        this.baselines = baselines;
        this.companions = companions;
        this.registration = registration;
        this.deployment = deployment;
        this.nativeDir = nativeDir;
        this.clock = clock;
        this.context = context;
    }

    /// @throws dev.torii.models.problem.ToriiException CONFLICT when there is nothing to learn from, or the
    /// database cannot hold the vectors; CANCELLED
    ModelVersion run() throws IOException {
        TrainableData.check(data, settings.minRating());
        deployment.check(settings.dimension());
        TensorFlowRuntime.load(nativeDir);
        new VersionFolders(registry)
                .tidy(clock.instant().minus(ABANDONED))
                .forEach(name -> context.log("removed " + name + ", which was never registered"));
        HeldOutPart part = HeldOutPart.of(data, settings.validationShare(), settings.seed());
        if (part.measurableUsers() < GateVerdict.FEWEST_USERS) {
            return trainOnAll(GateVerdict.unmeasured(part.measurableUsers()), companions.unmeasured());
        }
        GateVerdict verdict;
        CompanionPlan plan;
        try (TrainedTowers measured =
                new TowerTrainer(settings).train(part.split().training(), "train.measure", context)) {
            verdict = measure(measured, part);
            context.log(verdict.reason());
            if (!verdict.accepted()) {
                return finish(measured, verdict, CompanionPlan.NONE);
            }
            plan = companions.measure(part.split(), measured, context);
        }
        return trainOnAll(verdict, plan);
    }

    private GateVerdict measure(TrainedTowers candidate, HeldOutPart part) {
        ActiveRival active = new ActiveRival(registry, settings);
        return new CandidateMeasurement(part, baselines, active, settings, clock.instant(), context).of(candidate);
    }

    private ModelVersion trainOnAll(GateVerdict verdict, CompanionPlan plan) throws IOException {
        try (TrainedTowers towers = new TowerTrainer(settings).train(data, "train.epoch", context)) {
            return finish(towers, verdict, plan);
        }
    }

    private ModelVersion finish(TrainedTowers towers, GateVerdict measured, CompanionPlan plan) throws IOException {
        GateVerdict verdict = measured.and(VectorSample.check(towers, data, settings.seed()));
        ModelVersion registered = registration.register(towers, data, verdict, plan, context);
        return verdict.accepted() ? deployment.deploy(registered, context) : registered;
    }
}
