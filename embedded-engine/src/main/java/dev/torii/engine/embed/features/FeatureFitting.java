package dev.torii.engine.embed.features;

import dev.torii.engine.catalog.PackedVideos;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Chooses the feature settings for a catalogue: table sizes from its variety, scales from its numbers.
public final class FeatureFitting {
    private static final int FEWEST_BUCKETS = 1 << 10;
    private static final int MOST_BUCKETS = 1 << 17;

    private FeatureFitting() {}

    /// @param videos the whole catalogue
    /// @param positives how often each video of `videos` was liked
    /// @param newestPositive the moment of the newest one; the epoch where times are unknown
    /// @param maxSlots videos with a row of their own in the id tables, the most liked first
    public static FeatureExtractor fit(
            List<Video> videos,
            int[] positives,
            Instant newestPositive,
            int maxSlots,
            double halfLifeDays,
            int historyLimit,
            double minRating) {
        Instant reference = videos.stream()
                .map(Video::releasedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        FeatureSettings settings = new FeatureSettings(
                FeatureSettings.CURRENT_VERSION,
                buckets(videos),
                reference,
                newestPositive,
                NumericFeatures.fit(videos, reference),
                genres(videos),
                halfLifeDays,
                historyLimit,
                minRating);
        List<UUID> withSlots = mostLiked(positives, maxSlots)
                .mapToObj(item -> id(videos, item))
                .toList();
        KnownTerms terms = new KnownTerms(
                videos.stream().flatMap(FeatureExtractor::describingTerms).mapToLong(KnownTerms::key));
        return new FeatureExtractor(settings, new ItemSlots(withSlots), terms);
    }

    /// The items that somebody liked, the most liked first, equal ones in the order of the catalogue.
    private static IntStream mostLiked(int[] positives, int most) {
        return IntStream.range(0, positives.length)
                .filter(item -> positives[item] > 0)
                .mapToLong(item -> ((long) (Integer.MAX_VALUE - positives[item]) << Integer.SIZE) | item)
                .sorted()
                .limit(most)
                .mapToInt(key -> (int) key);
    }

    private static UUID id(List<Video> videos, int item) {
        return videos instanceof PackedVideos packed
                ? packed.id(item)
                : videos.get(item).id();
    }

    /// The commonest genres, each with its share of the videos.
    private static List<GenreShare> genres(List<Video> videos) {
        Map<String, Integer> counts = new HashMap<>();
        for (Video video : videos) {
            video.terms().stream()
                    .filter(term -> term.kind() == TermKind.GENRE)
                    .map(Term::externalId)
                    .distinct()
                    .forEach(genre -> counts.merge(genre, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(UserNumbers.GENRES)
                .map(genre -> new GenreShare(genre.getKey(), (double) genre.getValue() / videos.size()))
                .toList();
    }

    /// Twice the number of distinct tokens, rounded up to a power of two, within limits.
    private static int buckets(List<Video> videos) {
        TitleTokens titles = new TitleTokens();
        Set<Long> tokens = new HashSet<>();
        for (Video video : videos) {
            FeatureExtractor.describingTerms(video).map(KnownTerms::key).forEach(tokens::add);
            TitleTokens.Keys title = titles.of(video.title());
            Arrays.stream(title.words()).forEach(tokens::add);
            Arrays.stream(title.grams()).forEach(tokens::add);
            if (tokens.size() >= MOST_BUCKETS) {
                return MOST_BUCKETS;
            }
        }
        int wanted = Math.clamp(2L * tokens.size(), FEWEST_BUCKETS, MOST_BUCKETS);
        return Integer.highestOneBit(Math.max(1, wanted - 1)) << 1;
    }
}
