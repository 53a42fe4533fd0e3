package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the trainer feeds to the towers against what serving computes of the same videos and histories, value by
/// value.
class FeatureParityTest {
    private static final int LIMIT = 120;

    private final InteractionSet data = RealRatings.movieLens();
    private final FeatureExtractor extractor = FeatureFitting.fit(
            data.videos(),
            data.itemCounts(),
            Instant.ofEpochSecond(Arrays.stream(data.epochSeconds()).max().orElseThrow()),
            1_200,
            20,
            LIMIT,
            4);
    private final StepSampler sampler = sampler();

    private StepSampler sampler() {
        TrainingSettings settings =
                new TrainingSettings(1, 1, 512, 8, 0.01, 0.1, 4, 64, 0, 4, 4, 20, LIMIT, 1_200, 0.1, 3, 1_000_000, 0);
        return new StepSampler(
                new TrainingMatrices(data, extractor),
                settings,
                new ExampleOrder(data, 512, 3, new SplittableRandom(2)),
                StepMemory.of(settings),
                extractor.slots().rows(),
                new SplittableRandom(3));
    }

    private static Map<Integer, Double> row(SparseRows rows, int row) {
        Map<Integer, Double> values = new TreeMap<>();
        for (int k = rows.starts()[row]; k < rows.starts()[row + 1]; k++) {
            values.merge(rows.columns()[k], (double) rows.weights()[k], Double::sum);
        }
        return values;
    }

    private static Map<Integer, Double> bag(int[] columns, float[] weights) {
        Map<Integer, Double> values = new TreeMap<>();
        for (int k = 0; k < columns.length; k++) {
            values.merge(columns[k], (double) weights[k], Double::sum);
        }
        return values;
    }

    private static void assertSame(Map<Integer, Double> trained, Map<Integer, Double> served) {
        Map<Integer, Double> differences = new TreeMap<>(trained);
        served.forEach((column, value) -> differences.merge(column, -value, Double::sum));
        assertThat(differences.values()).allSatisfy(left -> assertThat(left).isCloseTo(0, within(1e-5)));
    }

    @Test
    void videosAreTheSameValueByValue() {
        StepRows rows = sampler.next();
        assertThat(rows.candidates()).hasSizeGreaterThan(300);
        for (int c = 0; c < rows.candidates().length; c++) {
            VideoFeatures served = extractor.extract(data.videos().get(rows.candidates()[c]));
            assertSame(row(rows.candidateTokens(), c), bag(served.tokens(), served.weights()));
            Map<Integer, Double> slot = served.slot() > 0 ? Map.of(served.slot(), 1.0) : Map.of();
            assertThat(row(rows.candidateSlots(), c)).isEqualTo(slot);
        }
    }

    @Test
    void usersAreTheSameValueByValue() {
        HistoryFeatures histories = new HistoryFeatures(extractor);
        StepRows rows = sampler.next();
        for (int e = 0; e < rows.users().length; e++) {
            UserFeatures served = histories.of(historyWithout(rows.users()[e], targets(rows, e)));
            assertSame(row(rows.historySlots(), e), bag(served.slots(), served.slotWeights()));
            assertSame(row(rows.historyTerms(), e), bag(served.tokens(), served.tokenWeights()));
            for (int n = 0; n < UserNumbers.WIDTH; n++) {
                assertThat(rows.userNumeric()[e * UserNumbers.WIDTH + n])
                        .as("number %d", n)
                        .isCloseTo(served.numeric()[n], within(1e-4f));
            }
        }
    }

    private static Set<Integer> targets(StepRows rows, int row) {
        Set<Integer> items = new HashSet<>();
        for (int pair = 0; pair < rows.pairs(); pair++) {
            if (rows.pairRows()[pair] == row) {
                items.add(rows.candidates()[rows.targets()[pair]]);
            }
        }
        return items;
    }

    /// The history that serving reads, newest first, as far back as training looked.
    private List<HistoryEntry> historyWithout(int user, Set<Integer> targets) {
        List<HistoryEntry> history = new ArrayList<>();
        int end = data.rowStarts()[user + 1];
        for (int k = end - 1; k >= Math.max(data.rowStarts()[user], end - LIMIT); k--) {
            if (!targets.contains(data.items()[k])) {
                Instant at = Instant.ofEpochSecond(data.epochSeconds()[k]);
                history.add(new HistoryEntry(data.videos().get(data.items()[k]), InteractionKind.RATING, 5, at));
            }
        }
        return history;
    }
}
