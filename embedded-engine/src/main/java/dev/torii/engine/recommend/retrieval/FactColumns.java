package dev.torii.engine.recommend.retrieval;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The facts of the described rows as columns, while a segment is built: no object a row.
final class FactColumns {
    final TermColumn genres = new TermColumn();
    final TermColumn makers = new TermColumn();
    private long[] ids = new long[128];
    private double[] ratings = new double[64];
    private double[] prices = new double[64];
    private long[] released = new long[64];
    private int count;

    void add(RowFacts facts) {
        if (count == ratings.length) {
            ids = Arrays.copyOf(ids, 4 * count);
            ratings = Arrays.copyOf(ratings, 2 * count);
            prices = Arrays.copyOf(prices, 2 * count);
            released = Arrays.copyOf(released, 2 * count);
        }
        ids[2 * count] = facts.id().getMostSignificantBits();
        ids[2 * count + 1] = facts.id().getLeastSignificantBits();
        ratings[count] = facts.rating() == null ? Double.NaN : facts.rating();
        prices[count] = facts.price() == null ? Double.NaN : facts.price().doubleValue();
        released[count] = micros(facts.releasedAt());
        genres.add(facts.genres());
        makers.add(facts.makers());
        count++;
    }

    int count() {
        return count;
    }

    long idWord(int described, int word) {
        return ids[2 * described + word];
    }

    double rating(int described) {
        return ratings[described];
    }

    double price(int described) {
        return prices[described];
    }

    long released(int described) {
        return released[described];
    }

    /// Microseconds since 1970, rounded down (the resolution of the database); the least value when there is no
    /// time.
    static long micros(@Nullable Instant time) {
        return time == null
                ? Long.MIN_VALUE
                : Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }
}
