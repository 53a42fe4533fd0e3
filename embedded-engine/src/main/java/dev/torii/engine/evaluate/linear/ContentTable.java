package dev.torii.engine.evaluate.linear;

import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.time.Instant;

/// The content of a catalogue as flat arrays: for each video its terms as a sparse vector of unit length for each
/// kind (inverse document frequencies, so that a rare term says more), and five numbers standardised over the
/// catalogue.
///
/// Videos are numbered in the order in which they were added. About 8 bytes a term and 20 a video.
public final class ContentTable {
    /// Release, price, duration, rating, number of reviews.
    static final int NUMBERS = 5;

    final int[] starts;
    final int[] terms;
    final float[] values;
    final byte[] kinds;
    final float[] numbers;
    private final int termCount;

    ContentTable(int[] starts, int[] terms, float[] values, byte[] kinds, float[] numbers, int termCount) {
        this.starts = starts;
        this.terms = terms;
        this.values = values;
        this.kinds = kinds;
        this.numbers = numbers;
        this.termCount = termCount;
    }

    /// How many videos the table holds.
    public int itemCount() {
        return starts.length - 1;
    }

    /// How many different terms its videos bear.
    int termCount() {
        return termCount;
    }

    /// Number `column` of a video in standard deviations from the mean; 0 where it is missing.
    float number(int item, int column) {
        float value = numbers[item * NUMBERS + column];
        return Float.isNaN(value) ? 0 : value;
    }

    /// Whether the number is known.
    boolean hasNumber(int item, int column) {
        return !Float.isNaN(numbers[item * NUMBERS + column]);
    }

    /// The numbers of a video before they are standardised; NaN where missing.
    static void numbersOf(Video video, float[] target, int at) {
        Instant released = video.releasedAt();
        BigDecimal price = video.price();
        Integer duration = video.durationSeconds();
        Double rating = video.ratingAverage();
        Integer reviews = video.ratingCount();
        target[at] = released == null ? Float.NaN : released.getEpochSecond() / 86_400f;
        target[at + 1] = price == null ? Float.NaN : (float) Math.log1p(Math.max(0, price.doubleValue()));
        target[at + 2] = duration == null ? Float.NaN : (float) Math.log1p(Math.max(0, duration));
        target[at + 3] = rating == null ? Float.NaN : rating.floatValue();
        target[at + 4] = reviews == null ? Float.NaN : (float) Math.log1p(Math.max(0, reviews));
    }
}
