package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.engine.Engine;
import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Brings a home from wherever it is to where it can recommend: videos and users, an active model, vectors.
final class Preparation {
    private final CommandContext context;
    private final Engine engine;

    Preparation(CommandContext context, Engine engine) {
        this.context = context;
        this.engine = engine;
    }

    /// Does what is not done yet; each step stays when a later one is interrupted.
    Summary prepare() {
        long begun = System.nanoTime();
        List<String> steps = new ArrayList<>();
        if (engine.catalog().counts().videos() == 0) {
            context.note("filling the database with the sample catalogue");
            context.follow(engine.sample().fill(SampleCommand.VIDEOS, SampleCommand.USERS, SampleCommand.SEED));
            steps.add("sample");
        }
        Optional<ModelVersion> active = engine.models().active();
        if (active.isEmpty()) {
            context.note("training the towers");
            ModelVersion trained = context.follow(engine.training().train(Map.of()));
            if (trained.state() == ModelState.REJECTED) {
                throw new ToriiException(
                        ErrorCode.VIOLATION,
                        "The model " + trained.version() + " did not pass its gate: " + trained.gateReason() + ".",
                        "Maybe the data is too thin; `torii models show " + trained.version() + "` says more.");
            }
            if (trained.state() != ModelState.ACTIVE) {
                engine.models().activate(trained.version());
            }
            steps.add("train");
        }
        CatalogCounts counts = engine.catalog().counts();
        if (counts.videosEmbedded() < counts.videos() || !steps.isEmpty()) {
            context.note("encoding videos and users");
            context.follow(engine.encoding().embedAll(true));
            steps.add("embed");
        }
        ModelVersion model = engine.models()
                .active()
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NO_MODEL, "No model is active.", "Maybe another process rolled it back; try again."));
        return new Summary(
                steps,
                engine.catalog().counts(),
                model.version(),
                model.metrics(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /// What stands now.
    ///
    /// @param steps what had to be done: `sample`, `train`, `embed`
    record Summary(
            List<String> steps, CatalogCounts counts, String modelVersion, Map<String, Double> metrics, Duration took) {

        List<String> lines(Path home) {
            Double quality = metrics.get("ndcg@10");
            return List.of(
                    "",
                    steps.isEmpty()
                            ? "Everything was prepared already."
                            : "Prepared in " + Durations.text(took) + ": " + String.join(", ", steps) + ".",
                    "  home   " + home,
                    String.format(
                            Locale.ROOT,
                            "  data   %,d videos, %,d users, %,d interactions",
                            counts.videos(),
                            counts.users(),
                            counts.interactions()),
                    "  model  " + modelVersion
                            + (quality == null
                                    ? ""
                                    : String.format(Locale.ROOT, ", nDCG@10 %.3f on held-out data", quality)),
                    String.format(
                            Locale.ROOT,
                            "  space  %,d videos and %,d users encoded",
                            counts.videosEmbedded(),
                            counts.usersEmbedded()),
                    "");
        }
    }
}
