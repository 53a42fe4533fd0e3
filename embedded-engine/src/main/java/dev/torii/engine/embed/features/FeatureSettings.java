package dev.torii.engine.embed.features;

import java.time.Instant;
import java.util.List;

/// How videos and histories become numbers. Stored with every model: serving computes exactly what training did.
///
/// @param version of the feature code; a model of another version is refused
/// @param contentBuckets rows of the content table, a power of two
/// @param reference the moment from which ages of videos are counted
/// @param activityReference the moment from which the ages of histories are counted: the newest positive of
/// training
/// @param scales of the numeric features
/// @param genres the commonest genres of the catalogue, at most [UserNumbers#GENRES]
/// @param halfLifeDays age difference at which an entry of a history weighs half; 0: all weigh the same
/// @param historyLimit newest positive entries that are used
/// @param minRating a rating is positive from here
public record FeatureSettings(
        int version,
        int contentBuckets,
        Instant reference,
        Instant activityReference,
        List<NumericScale> scales,
        List<GenreShare> genres,
        double halfLifeDays,
        int historyLimit,
        double minRating) {
    public static final int CURRENT_VERSION = 2;

    public FeatureSettings {
        scales = List.copyOf(scales);
        genres = List.copyOf(genres);
        if (Integer.bitCount(contentBuckets) != 1) {
            throw new IllegalArgumentException(contentBuckets + " content buckets are no power of two");
        }
        if (scales.size() != NumericFeatures.FEATURES) {
            throw new IllegalArgumentException(
                    scales.size() + " scales for " + NumericFeatures.FEATURES + " numeric features");
        }
        if (genres.size() > UserNumbers.GENRES || genres.stream().anyMatch(genre -> !(genre.share() > 0))) {
            throw new IllegalArgumentException("the genres' shares are not what they should be: " + genres);
        }
    }
}
