package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;

/// Ranks by how many users have the item in training, for all users alike.
public final class Popularity implements RankerFactory {
    @Override
    public String name() {
        return "popular";
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        int[] counts = training.itemCounts();
        return (user, scores) -> {
            for (int item = 0; item < counts.length; item++) {
                scores[item] = counts[item];
            }
        };
    }
}
