package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.people.InteractionSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSamplerTest {
    private final InteractionSet data = Tastes.set(40, 3);
    private final FeatureExtractor extractor =
            FeatureFitting.fit(data.videos(), data.itemCounts(), Instant.EPOCH, 1000, 0, 100, 4);
    private final TrainingMatrices matrices = new TrainingMatrices(data, extractor);

    private StepSampler sampler(double idDropout, int rowTargets) {
        TrainingSettings settings = new TrainingSettings(
                1, 1, 64, 8, 0.01, 0.1, 4, 16, idDropout, 4, 4, 0, 100, 1000, 0.1, rowTargets, 1_000_000, 0);
        ExampleOrder order = new ExampleOrder(data, 64, rowTargets, new SplittableRandom(8));
        return new StepSampler(
                matrices,
                settings,
                order,
                StepMemory.of(settings),
                extractor.slots().rows(),
                new SplittableRandom(9));
    }

    private boolean likes(int user, int item) {
        return Arrays.stream(data.items(), data.rowStarts()[user], data.rowStarts()[user + 1])
                .anyMatch(liked -> liked == item);
    }

    private boolean isTarget(StepRows rows, int row, int candidate) {
        return IntStream.range(0, rows.pairs())
                .anyMatch(pair -> rows.pairRows()[pair] == row && rows.targets()[pair] == candidate);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void everyPositiveIsATargetOnceAPass(int rowTargets) {
        StepSampler sampler = sampler(0, rowTargets);
        Set<List<Integer>> pairs = new HashSet<>();
        for (int seen = 0; seen < data.interactionCount(); ) {
            StepRows rows = sampler.next();
            seen += rows.pairs();
            for (int pair = 0; pair < rows.pairs(); pair++) {
                int user = rows.users()[rows.pairRows()[pair]];
                int item = rows.candidates()[rows.targets()[pair]];
                assertThat(likes(user, item)).isTrue();
                assertThat(pairs.add(List.of(user, item))).isTrue();
            }
        }
        assertThat(pairs).hasSize(data.interactionCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theTargetsAreTakenOutOfTheirHistory(int rowTargets) {
        StepRows rows = sampler(0, rowTargets).next();
        assertThat(rows.users()).hasSize(rowTargets == 1 ? 64 : 16);
        for (int row = 0; row < rows.users().length; row++) {
            int[] held = Arrays.copyOfRange(
                    rows.historySlots().columns(),
                    rows.historySlots().starts()[row],
                    rows.historySlots().starts()[row + 1]);
            assertThat(held).hasSize(12 - rowTargets);
            for (int pair = 0; pair < rows.pairs(); pair++) {
                if (rows.pairRows()[pair] == row) {
                    assertThat(held).doesNotContain(matrices.slot(rows.candidates()[rows.targets()[pair]]));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void exactlyTheOtherPositivesOfTheUserAreMasked(int rowTargets) {
        StepRows rows = sampler(0, rowTargets).next();
        int candidates = rows.candidates().length;
        assertThat(rows.candidates()).doesNotHaveDuplicates();
        for (int row = 0; row < rows.users().length; row++) {
            for (int c = 0; c < candidates; c++) {
                boolean expected = !isTarget(rows, row, c) && likes(rows.users()[row], rows.candidates()[c]);
                assertThat(rows.masked()[row * candidates + c]).isEqualTo(expected ? TrainingBatch.MASKED : 0);
            }
        }
    }

    @Test
    void droppedIdsLeaveEmptyRows() {
        StepRows rows = sampler(0.9, 1).next();
        int hidden = 0;
        for (int c = 0; c < rows.candidates().length; c++) {
            hidden += rows.candidateSlots().starts()[c + 1]
                            == rows.candidateSlots().starts()[c]
                    ? 1
                    : 0;
        }
        assertThat(hidden).isGreaterThan(rows.candidates().length / 2);
        assertThat(rows.candidateTokens().columns()).isNotEmpty();
    }

    @Test
    void probabilitiesAreThoseOfDrawingAtLeastOnce() {
        int[] positives = {50, 30, 20, 0};
        CandidateSampling sampling = new CandidateSampling(positives, 4, 2);
        SplittableRandom random = new SplittableRandom(11);
        int runs = 40_000;
        int[] seen = new int[positives.length];
        for (int run = 0; run < runs; run++) {
            boolean[] drawn = new boolean[positives.length];
            for (int draw = 0; draw < 4; draw++) {
                int at = random.nextInt(100);
                drawn[at < 50 ? 0 : at < 80 ? 1 : 2] = true;
            }
            for (int draw = 0; draw < 2; draw++) {
                drawn[random.nextInt(positives.length)] = true;
            }
            for (int item = 0; item < seen.length; item++) {
                seen[item] += drawn[item] ? 1 : 0;
            }
        }
        for (int item = 0; item < seen.length; item++) {
            assertThat(Math.exp(sampling.log(item))).isCloseTo((double) seen[item] / runs, within(0.01));
        }
    }
}
