package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.Protocol;
import java.time.Duration;

/// Ranks by what is popular at the end of the training data, for all users alike: an interaction counts half as
/// much for each half-life between it and the newest one, and nothing at all beyond the window. Videos of the
/// same popularity keep the order of how often they were liked at any time.
///
/// Without times, and where a split does not follow time (a user's past then holds other users' future), every
/// interaction counts alike.
///
/// @param halfLife above nought
/// @param window age from which an interaction counts nothing any more
public record DecayedPopularity(Duration halfLife, Duration window) implements RankerFactory {
    public static final DecayedPopularity DEFAULT =
            new DecayedPopularity(PopularVideos.HALF_LIFE, PopularVideos.HALF_LIFE.multipliedBy(12));

    /// So small that it only orders equals.
    private static final double AT_ANY_TIME = 1e-6;

    public DecayedPopularity {
        if (halfLife.toSeconds() <= 0 || window.compareTo(halfLife) < 0) {
            throw new IllegalArgumentException("half-life " + halfLife + ", window " + window);
        }
    }

    @Override
    public String name() {
        return "popular";
    }

    @Override
    public RankerFactory under(Protocol protocol) {
        return protocol == Protocol.FOLDS ? new Popularity() : this;
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        float[] popularity = popularity(training);
        return (user, scores) -> System.arraycopy(popularity, 0, scores, 0, popularity.length);
    }

    /// The popularity of each item, 0 for those without an interaction.
    private float[] popularity(InteractionSet training) {
        long newest = 0;
        for (long time : training.epochSeconds()) {
            newest = Math.max(newest, time);
        }
        double[] sums = new double[training.itemCount()];
        for (int at = 0; at < training.interactionCount(); at++) {
            long time = training.epochSeconds()[at];
            sums[training.items()[at]] += AT_ANY_TIME + (newest == 0 ? 1 : weight(newest - time));
        }
        float[] popularity = new float[sums.length];
        for (int item = 0; item < sums.length; item++) {
            popularity[item] = (float) sums[item];
        }
        return popularity;
    }

    private double weight(long age) {
        return age > window.toSeconds() ? 0 : Math.pow(0.5, (double) age / halfLife.toSeconds());
    }
}
