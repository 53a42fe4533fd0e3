package dev.torii.engine.embed.features;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
    /// @param maxSlots videos with a row of their own in the id tables, the most liked first
    public static FeatureExtractor fit(
            List<Video> videos,
            int[] positives,
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
                NumericFeatures.fit(videos, reference),
                halfLifeDays,
                historyLimit,
                minRating);
        List<UUID> withSlots = IntStream.range(0, videos.size())
                .filter(item -> positives[item] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -positives[item])
                        .thenComparing(item -> videos.get(item).id()))
                .limit(maxSlots)
                .map(item -> videos.get(item).id())
                .toList();
        return new FeatureExtractor(settings, new ItemSlots(withSlots));
    }

    /// Twice the number of distinct tokens, rounded up to a power of two, within limits.
    private static int buckets(List<Video> videos) {
        Set<String> tokens = new HashSet<>();
        for (Video video : videos) {
            for (Term term : FeatureExtractor.describingTerms(video)) {
                tokens.add(term.kind() + "\u0000" + term.externalId());
            }
            tokens.addAll(TitleGrams.of(video.title()));
            if (tokens.size() >= MOST_BUCKETS) {
                return MOST_BUCKETS;
            }
        }
        int wanted = Math.clamp(2L * tokens.size(), FEWEST_BUCKETS, MOST_BUCKETS);
        return Integer.highestOneBit(Math.max(1, wanted - 1)) << 1;
    }
}
