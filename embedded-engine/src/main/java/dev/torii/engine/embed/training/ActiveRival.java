package dev.torii.engine.embed.training;

import dev.torii.engine.EngineConfig;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The active model as somebody to compare a candidate with, on equal terms.
///
/// It is asked itself only where it has seen nothing of the held-out part, that is, where all of that is newer than
/// its data. Otherwise it would be asked for what it learned by heart, so its settings are trained once more on the
/// training part of the candidate. With the same settings that would give the candidate itself: then there is
/// nothing to compare.
final class ActiveRival {
    private final ModelRegistry registry;
    private final TrainingSettings candidate;

    ActiveRival(ModelRegistry registry, TrainingSettings candidate) {
        this.registry = registry;
        this.candidate = candidate;
    }

    /// @param ranker null when there is nothing to compare with
    /// @param how what the ranker is, or why there is none
    record Found(@Nullable Ranker ranker, String how) {
        static Found nothing(String why) {
            return new Found(null, why);
        }
    }

    Found find(HeldOutPart part, JobContext context) {
        Optional<ModelVersion> active = registry.active();
        if (active.isEmpty()) {
            return Found.nothing("no model is active");
        }
        Instant until = active.get().lineage().dataUntil();
        if (until != null && part.earliest() > until.getEpochSecond()) {
            return asked(active.get(), part);
        }
        return trainedAgain(active.get(), part, context);
    }

    private Found asked(ModelVersion active, HeldOutPart part) {
        try {
            ServedTowers towers = ServedTowers.load(
                    active.version(), active.dimension(), registry.folder(active.version()), active.files());
            return new Found(ServedRanker.of(towers, part.split()), "the active model " + active.version());
        } catch (ToriiException e) {
            return Found.nothing("the active model cannot be asked: " + e.getMessage());
        }
    }

    private Found trainedAgain(ModelVersion active, HeldOutPart part, JobContext context) {
        Map<String, String> settings = active.settings();
        if (settings.equals(TrainingSettingsReader.describe(candidate))) {
            return Found.nothing("the active model " + active.version()
                    + " has seen a part of what is held out, and trained again on the training part it would be the"
                    + " candidate: it has the same settings");
        }
        try {
            TrainingSettings recipe = TrainingSettingsReader.read(EngineConfig.TrainingConfig.DEFAULT, settings);
            context.log("the settings of the active model " + active.version()
                    + " are trained on the training part, to compare with");
            return new Found(
                    new TwoTowerRankerFactory(recipe).fit(part.split().training(), context),
                    "the settings of the active model " + active.version() + " on the same training part");
        } catch (ToriiException e) {
            return switch (e.code()) {
                case INVALID_VALUE ->
                    Found.nothing("the active model " + active.version()
                            + " has seen a part of what is held out, and its settings cannot be trained again: "
                            + e.getMessage());
                default -> throw e;
            };
        }
    }
}
