package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.jobs.JobContext;

/// Fits the recommenders that stand beside the towers of a version: neighbourhoods, linear models, factors, and the
/// blend of all of them. Their files lie in the folder of the version, under its checksums.
public interface CompanionTrainer {
    /// The towers stand alone.
    CompanionTrainer NONE = new CompanionTrainer() {
        @Override
        public CompanionPlan measure(EvaluationSplit split, TrainedTowers towers, JobContext context) {
            return CompanionPlan.NONE;
        }

        @Override
        public CompanionPlan unmeasured() {
            return CompanionPlan.NONE;
        }
    };

    /// Measures the companions on held-out positives, and learns there how much each deserves to be trusted.
    ///
    /// @param towers trained on `split.training()`, as all the companions are here; still open
    CompanionPlan measure(EvaluationSplit split, TrainedTowers towers, JobContext context);

    /// What is fitted when there are too few users to hold anything out: nothing is blended then.
    CompanionPlan unmeasured();
}
