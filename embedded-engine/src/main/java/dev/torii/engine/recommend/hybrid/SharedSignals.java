package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;
import java.util.EnumMap;
import java.util.Map;

/// The parts that know nothing of the user's taste: how popular videos are, and whether that grows.
public final class SharedSignals {
    private SharedSignals() {}

    /// The recency is that of each user's own days when the questions may lie among them, else that of the end of
    /// the data; it is missing when the data has no times.
    public static Map<BlendPart, Ranker> of(InteractionSet training, HoldOut holdOut) {
        Map<BlendPart, Ranker> signals = new EnumMap<>(BlendPart.class);
        float[] popularity = popularity(training);
        signals.put(
                BlendPart.POPULARITY, (user, scores) -> System.arraycopy(popularity, 0, scores, 0, popularity.length));
        Trend trend = new Trend(training);
        if (trend.known()) {
            signals.put(
                    BlendPart.RECENCY, (user, scores) -> trend.score(moment(training, trend, holdOut, user), scores));
        }
        return signals;
    }

    /// How much more each item is liked at the end of the data than over the whole time; noughts without times.
    public static float[] recencyAtEnd(InteractionSet training) {
        float[] recency = new float[training.itemCount()];
        Trend trend = new Trend(training);
        if (trend.known()) {
            trend.score(trend.end(), recency);
        }
        return recency;
    }

    /// How many users like each item.
    public static float[] popularity(InteractionSet training) {
        int[] counts = training.itemCounts();
        float[] popularity = new float[counts.length];
        for (int item = 0; item < counts.length; item++) {
            popularity[item] = counts[item];
        }
        return popularity;
    }

    private static long moment(InteractionSet training, Trend trend, HoldOut holdOut, int user) {
        int from = training.rowStarts()[user];
        int to = training.rowStarts()[user + 1];
        return holdOut == HoldOut.NEWEST || from == to ? trend.end() : training.epochSeconds()[(from + to) / 2];
    }
}
