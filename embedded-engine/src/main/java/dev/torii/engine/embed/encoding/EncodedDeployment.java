package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.embed.training.Deployment;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Duration;

/// Encodes everything with a new version and activates it then, so that no request meets towers without vectors.
/// The version before keeps its vectors: a rollback answers at once.
public final class EncodedDeployment implements Deployment {
    /// The share of videos without a vector that keeps a version from being activated.
    private static final double MOST_MISSING = 0.01;

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final String ACTOR = "training";

    private final Database database;
    private final EncodingService encoding;
    private final ModelRegistry registry;
    private final VectorRetention retention;

    /// @param keepVersions how many versions keep their vectors, the active one among them
    public EncodedDeployment(Database database, EncodingService encoding, ModelRegistry registry, int keepVersions) {
        this.database = database;
        this.encoding = encoding;
        this.registry = registry;
        this.retention = new VectorRetention(database, registry, keepVersions);
    }

    @Override
    public void check(int dimension) {
        EncodingDimension.check("The model to be trained", dimension);
    }

    @Override
    public ModelVersion deploy(ModelVersion candidate, JobContext context) {
        try (TowerModel towers = registry.load(candidate)) {
            encode(towers, context);
        }
        requireVectors(candidate);
        ModelVersion active = registry.activate(candidate.version(), ACTOR);
        retention.prune(context);
        return active;
    }

    /// Waits while another encoding runs in this process.
    private void encode(TowerModel towers, JobContext context) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            context.checkCancelled();
            try {
                encoding.encode(towers, true, context);
                return;
            } catch (ToriiException e) {
                if (e.code() != ErrorCode.CONFLICT || System.nanoTime() > end) {
                    throw e;
                }
                context.log("waiting: " + e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "The work was cancelled.", "");
        }
    }

    private void requireVectors(ModelVersion candidate) {
        VectorsOf vectors = VectorsOf.count(database, candidate.version());
        if (vectors.missing() > MOST_MISSING * vectors.videos()) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The model %s was trained and is a candidate, but %d of %d videos have no vector of it, so it"
                                    .formatted(candidate.version(), vectors.missing(), vectors.videos())
                            + " does not answer yet.",
                    "Maybe `torii embed --failed` says why; `torii models activate " + candidate.version()
                            + "` lets it answer all the same.");
        }
    }
}
