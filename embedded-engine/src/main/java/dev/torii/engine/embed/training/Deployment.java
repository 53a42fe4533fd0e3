package dev.torii.engine.embed.training;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ModelVersion;

/// Brings an accepted version to where it answers.
public interface Deployment {
    /// Looks, before the training, whether its vectors can be stored at all.
    ///
    /// @throws dev.torii.models.problem.ToriiException CONFLICT when the database holds vectors of another length
    void check(int dimension);

    /// Makes a candidate answer; the version that answered before goes on until then.
    ///
    /// @return the version as it is now
    ModelVersion deploy(ModelVersion candidate, JobContext context);
}
