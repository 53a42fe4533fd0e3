package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryFeaturesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Video first = Films.plain("1", "一", "Drama");
    private final Video second = Films.plain("2", "二", "Crime");
    private final Video third = Films.plain("3", "三", "Drama");
    private final FeatureExtractor extractor =
            FeatureFitting.fit(List.of(first, second, third), new int[] {3, 2, 1}, NOW, 100, 10, 2, 4);
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
        float scale = (float) (1 / Math.sqrt(1.25));
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

    @Test
    void thePoolIsTheSameWhicheverEntryTheWeightsAreRelativeTo() {
        float[] weights = {1, 0.5f, 0.25f};
        float[] shifted = {0.5f, 0.25f, 0.125f};
        for (int i = 0; i < weights.length; i++) {
            assertThat(shifted[i] * HistoryWeights.poolScale(1.3125 / 4))
                    .isCloseTo(weights[i] * HistoryWeights.poolScale(1.3125), within(1e-6f));
        }
    }

    @Test
    void theNumbersSayWhatTheUserLikesMoreThanOthers() {
        float[] numeric = histories
                .of(List.of(entry(second, InteractionKind.LIKE, 1, 3), entry(third, InteractionKind.LIKE, 1, 13)))
                .numeric();
        assertThat(extractor.settings().genres().getFirst().genre()).isEqualTo("Drama");
        assertThat(numeric).hasSize(UserNumbers.WIDTH);
        assertThat(numeric[0]).as("Drama: less than in the catalogue").isNegative();
        assertThat(numeric[1]).as("Crime: more than in the catalogue").isPositive();
        assertThat(numeric[UserNumbers.GENRES]).as("entries").isCloseTo((float) (Math.log(3) / 3), within(1e-6f));
        assertThat(numeric[UserNumbers.GENRES + 1]).as("age").isCloseTo((float) (Math.log(4) / 4), within(1e-6f));
        assertThat(numeric[UserNumbers.GENRES + 2]).as("span").isCloseTo((float) (Math.log(11) / 4), within(1e-6f));
        assertThat(numeric[UserNumbers.GENRES + 3]).as("times are known").isZero();
        assertThat(numeric[UserNumbers.GENRES + 4]).as("two genres").isPositive();
    }

    @Test
    void anEmptyHistoryHasNoNumbersAndALongOneIsCut() {
        assertThat(histories.of(List.of()).numeric()).containsOnly(0);
        FeatureExtractor wide =
                FeatureFitting.fit(List.of(first, second, third), new int[] {3, 2, 1}, NOW, 100, 0, 500, 4);
        List<HistoryEntry> tenThousand = IntStream.range(0, 10_000)
                .mapToObj(i -> entry(Films.plain("liked " + i, "題", "Drama"), InteractionKind.LIKE, 1, i))
                .toList();
        UserFeatures user = new HistoryFeatures(wide).of(tenThousand);
        assertThat(user.numeric()[UserNumbers.GENRES]).isCloseTo((float) (Math.log(501) / 3), within(1e-6f));
        for (float number : user.numeric()) {
            assertThat(number).isBetween(-3f, 3f);
        }
    }
}
