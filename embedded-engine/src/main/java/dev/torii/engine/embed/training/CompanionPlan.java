package dev.torii.engine.embed.training;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Which companions of the towers are worth having, and what the measurement said of them.
public interface CompanionPlan {
    /// No companions.
    CompanionPlan NONE = new CompanionPlan() {
        @Override
        public Map<String, Double> metrics() {
            return Map.of();
        }

        @Override
        public void write(InteractionSet data, TrainedTowers towers, Path folder, JobContext context) {
            context.checkCancelled();
        }
    };

    /// What each reached on the held-out positives, for the registry: `hybrid.ndcg@10`, `ease.ndcg@10` ...
    Map<String, Double> metrics();

    /// Fits the companions on all data and writes their files into the folder of the version, before it is sealed
    /// with its checksums.
    ///
    /// @param towers trained on `data`; still open
    /// @param folder exists, and has no name of its own yet
    void write(InteractionSet data, TrainedTowers towers, Path folder, JobContext context) throws IOException;
}
