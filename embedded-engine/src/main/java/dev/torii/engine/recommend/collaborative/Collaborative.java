package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;

/// The best recommender from behaviour alone that can be computed: EASE for catalogues that it can invert, else
/// iALS.
public record Collaborative() implements RankerFactory {
    @Override
    public String name() {
        return "collaborative";
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        return Ease.canFit(training) ? Ease.DEFAULT.fit(training, context) : Ials.DEFAULT.fit(training, context);
    }
}
