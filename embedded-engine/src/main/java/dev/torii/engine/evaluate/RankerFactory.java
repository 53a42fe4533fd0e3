package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.Protocol;

/// A recommender that can be fitted.
public interface RankerFactory {
    /// Its name in tables and on the command line, for example `item_knn`.
    String name();

    /// Learns from `training` alone.
    Ranker fit(InteractionSet training, JobContext context);

    /// The form of this recommender that suits a protocol; most have one form.
    default RankerFactory under(Protocol protocol) {
        return this;
    }
}
