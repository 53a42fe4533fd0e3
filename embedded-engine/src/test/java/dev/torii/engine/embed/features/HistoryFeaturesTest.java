package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryFeaturesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Video first = Films.plain("1", "一", "Drama");
    private final Video second = Films.plain("2", "二", "Crime");
    private final Video third = Films.plain("3", "三", "Drama");
    private final FeatureExtractor extractor =
            FeatureFitting.fit(List.of(first, second, third), new int[] {3, 2, 1}, 100, 10, 2, 4);
    private final HistoryFeatures histories = new HistoryFeatures(extractor);

    private static HistoryEntry entry(Video video, InteractionKind kind, double value, int daysAgo) {
        return new HistoryEntry(video, kind, value, NOW.minus(Duration.ofDays(daysAgo)));
    }

    @Test
    void lowRatingsShortViewsAndSkipsAreNotPositive() {
        UserFeatures user = histories.of(List.of(
                entry(first, InteractionKind.RATING, 3.5, 0),
                entry(second, InteractionKind.VIEW, 0.4, 1),
                entry(third, InteractionKind.SKIP, 0, 2)));
        assertThat(user.isEmpty()).isTrue();
    }

    @Test
    void aSkipTakesAnOlderLikeBack() {
        UserFeatures user = histories.of(List.of(
                entry(first, InteractionKind.SKIP, 0, 0),
                entry(second, InteractionKind.LIKE, 1, 1),
                entry(first, InteractionKind.LIKE, 1, 2)));
        assertThat(user.slots()).containsExactly(2);
    }

    @Test
    void anOlderEntryWeighsHalfAfterTheHalfLife() {
        UserFeatures user = histories.of(
                List.of(entry(first, InteractionKind.LIKE, 1, 5), entry(second, InteractionKind.PURCHASE, 1, 15)));
        assertThat(user.slots()).containsExactly(1, 2);
        float scale = (float) (1 / Math.sqrt(1.5));
        assertThat(user.slotWeights()[0]).isCloseTo(scale, within(1e-6f));
        assertThat(user.slotWeights()[1]).isCloseTo(scale / 2, within(1e-6f));
    }

    @Test
    void onlyTheNewestEntriesCountAndEachVideoOnce() {
        UserFeatures user = histories.of(List.of(
                entry(first, InteractionKind.LIKE, 1, 0),
                entry(first, InteractionKind.RATING, 5, 0),
                entry(second, InteractionKind.VIEW, 0.9, 0),
                entry(third, InteractionKind.LIKE, 1, 0)));
        assertThat(user.slots()).containsExactly(1, 2);
    }

    @Test
    void aVideoThatTrainingNeverSawCountsThroughItsTerms() {
        Video fresh = Films.plain("new", "新作", "Drama");
        UserFeatures user = histories.of(List.of(entry(fresh, InteractionKind.LIKE, 1, 0)));
        assertThat(user.slots()).isEmpty();
        assertThat(user.tokens()).hasSize(TokenHash.FUNCTIONS);
        assertThat(user.isEmpty()).isFalse();
    }
}
