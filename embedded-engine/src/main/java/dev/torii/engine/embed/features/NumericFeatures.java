package dev.torii.engine.embed.features;

import dev.torii.models.catalog.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The numbers of a video: age, running time, price, number of ratings, each on a logarithmic scale, and the mean
/// of the ratings.
///
/// Every feature takes two columns: the scaled value, and 1 where it is missing (the value is 0 there).
final class NumericFeatures {
    /// Numbers of a video.
    static final int FEATURES = 5;
    /// Columns of the vector.
    static final int WIDTH = 2 * FEATURES;

    private NumericFeatures() {}

    /// The unscaled values; NaN where missing.
    private static double[] raw(Video video, Instant reference) {
        double[] values = new double[FEATURES];
        values[0] = video.releasedAt() == null ? Double.NaN : logAgeInDays(video.releasedAt(), reference);
        values[1] = video.durationSeconds() == null ? Double.NaN : Math.log1p(Math.max(0, video.durationSeconds()));
        values[2] = video.price() == null
                ? Double.NaN
                : Math.log1p(Math.max(0, video.price().doubleValue()));
        values[3] = video.ratingCount() == null ? Double.NaN : Math.log1p(Math.max(0, video.ratingCount()));
        values[4] = video.ratingAverage() == null ? Double.NaN : video.ratingAverage();
        return values;
    }

    private static double logAgeInDays(Instant releasedAt, Instant reference) {
        double days = Duration.between(releasedAt, reference).toSeconds() / 86_400.0;
        return Math.log1p(Math.max(0, days));
    }

    /// Measures the scales over a catalogue.
    static List<NumericScale> fit(List<Video> videos, Instant reference) {
        double[] sum = new double[FEATURES];
        double[] sumOfSquares = new double[FEATURES];
        int[] present = new int[FEATURES];
        for (Video video : videos) {
            double[] values = raw(video, reference);
            for (int f = 0; f < FEATURES; f++) {
                if (!Double.isNaN(values[f])) {
                    sum[f] += values[f];
                    sumOfSquares[f] += values[f] * values[f];
                    present[f]++;
                }
            }
        }
        List<NumericScale> scales = new ArrayList<>(FEATURES);
        for (int f = 0; f < FEATURES; f++) {
            double mean = present[f] == 0 ? 0 : sum[f] / present[f];
            double variance = present[f] == 0 ? 0 : sumOfSquares[f] / present[f] - mean * mean;
            scales.add(new NumericScale(mean, variance < 1e-9 ? 0 : Math.sqrt(variance)));
        }
        return scales;
    }

    static float[] of(Video video, Instant reference, List<NumericScale> scales) {
        double[] values = raw(video, reference);
        float[] columns = new float[WIDTH];
        for (int f = 0; f < FEATURES; f++) {
            if (Double.isNaN(values[f])) {
                columns[2 * f + 1] = 1;
            } else {
                columns[2 * f] = scales.get(f).apply(values[f]);
            }
        }
        return columns;
    }
}
