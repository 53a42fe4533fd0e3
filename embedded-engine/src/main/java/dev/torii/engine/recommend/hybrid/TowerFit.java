package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.embed.training.TowerPair;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;

/// Trains towers for a blend.
@FunctionalInterface
public interface TowerFit {
    TowerPair fit(InteractionSet training, JobContext context);
}
