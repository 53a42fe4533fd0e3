package dev.torii.engine.embed.features;

import java.time.Instant;
import java.util.List;

/// How videos and histories become numbers. Stored with every model: serving computes exactly what training did.
///
/// @param version of the feature code; a model of another version is refused
/// @param contentBuckets rows of the content table, a power of two
/// @param reference the moment from which ages of videos are counted
/// @param scales of the numeric features
/// @param halfLifeDays age difference at which an entry of a history weighs half; 0: all weigh the same
/// @param historyLimit newest positive entries that are used
/// @param minRating a rating is positive from here
public record FeatureSettings(
        int version,
        int contentBuckets,
        Instant reference,
        List<NumericScale> scales,
        double halfLifeDays,
        int historyLimit,
        double minRating) {
    public static final int CURRENT_VERSION = 1;

    public FeatureSettings {
        scales = List.copyOf(scales);
    }
}
