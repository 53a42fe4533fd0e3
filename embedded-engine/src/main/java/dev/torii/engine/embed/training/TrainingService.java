package dev.torii.engine.embed.training;

import dev.torii.engine.jobs.Job;
import dev.torii.models.embedding.ModelVersion;
import java.util.Map;

/// Trains, evaluates and registers models.
public final class TrainingService {
    /// @param overrides training settings by name (`epochs`, `batchSize`, `learningRate` ...), over the configured
    /// ones
    /// @throws dev.torii.models.problem.ToriiException INVALID_VALUE for a setting that does not exist or is out
    /// of range
    public Job<ModelVersion> train(Map<String, String> overrides) {
        throw new IllegalStateException("not wired yet");
    }
}
