package dev.torii.engine.embed.training;

import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ModelVersion;

/// Activates a version before its vectors are there: for those who encode afterwards.
record AtOnce(ModelRegistry registry) implements Deployment {
    @Override
    public void check(int dimension) {
        // vectors of any length can be made; nothing is stored here
    }

    @Override
    public ModelVersion deploy(ModelVersion candidate, JobContext context) {
        return registry.activate(candidate.version());
    }
}
