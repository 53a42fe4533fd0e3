package dev.torii.engine.evaluate;

import dev.torii.engine.evaluate.linear.LinearModel;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.recommendation.Algorithm;

/// The simple linear model as a recommender of the evaluation. It is in every table: whatever does not beat it is
/// not worth its cost.
///
/// @param seed of the drawing of what it learns from
public record LinearBaseline(long seed) implements RankerFactory {
    @Override
    public String name() {
        return Algorithm.LINEAR.wireName();
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        LinearModel model = LinearModel.fit(training, seed, context);
        return (user, scores) ->
                model.score(training.items(), training.rowStarts()[user], training.rowStarts()[user + 1], scores);
    }
}
