package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.towers.TrainingBatch;
import dev.torii.engine.people.InteractionSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepSamplerTest {
    private final InteractionSet data = Tastes.set(40, 3);
    private final FeatureExtractor extractor = FeatureFitting.fit(data.videos(), data.itemCounts(), Instant.EPOCH, 1000, 0, 100, 4);
    private final TrainingMatrices matrices = new TrainingMatrices(data, extractor);

    private StepSampler sampler(double idDropout) {
        TrainingSettings settings =
                new TrainingSettings(1, 1, 64, 8, 0.01, 0.1, 4, 16, idDropout, 4, 4, 0, 100, 1000, 0.1);
        StepSampler sampler = new StepSampler(matrices, settings, new SplittableRandom(9));
        sampler.shuffle();
        return sampler;
    }

    private boolean likes(int user, int item) {
        return Arrays.stream(data.items(), data.rowStarts()[user], data.rowStarts()[user + 1])
                .anyMatch(liked -> liked == item);
    }

    /// The user of an example, found by the history that its pool row holds.
    private int user(StepRows rows, int example) {
        int row = rows.userRows()[example];
        int[] slots = Arrays.copyOfRange(
                rows.historySlots().columns(),
                rows.historySlots().starts()[row],
                rows.historySlots().starts()[row + 1]);
        for (int user = 0; user < data.userCount(); user++) {
            int[] own = Arrays.copyOfRange(
                    matrices.historySlots().columns(),
                    matrices.historySlots().starts()[user],
                    matrices.historySlots().starts()[user + 1]);
            if (Arrays.equals(own, slots)) {
                return user;
            }
        }
        throw new AssertionError("no user has this history");
    }

    @Test
    void everyPositiveIsAnExampleOnceAnEpoch() {
        StepSampler sampler = sampler(0);
        int examples = 0;
        for (int step = 0; step < sampler.stepsPerEpoch(); step++) {
            examples += sampler.rows(step).examples();
        }
        assertThat(examples).isEqualTo(data.interactionCount()).isEqualTo(sampler.exampleCount());
    }

    @Test
    void theTargetIsTakenOutOfItsHistory() {
        StepRows rows = sampler(0).rows(0);
        int users = rows.historySlots().rowCount() - rows.examples();
        float[] table = new float[extractor.slots().rows()];
        for (int example = 0; example < rows.examples(); example++) {
            int target = matrices.slot(rows.candidates()[rows.targets()[example]]);
            Arrays.fill(table, 0);
            table[target] = 1;
            float[] pooled = rows.historySlots().times(table, 1);
            assertThat(pooled[rows.userRows()[example]] + pooled[users + example])
                    .isZero();
        }
    }

    @Test
    void exactlyTheOtherPositivesOfTheUserAreMasked() {
        StepRows rows = sampler(0).rows(0);
        int candidates = rows.candidates().length;
        assertThat(rows.candidates()).doesNotHaveDuplicates();
        for (int example = 0; example < rows.examples(); example++) {
            int user = user(rows, example);
            for (int c = 0; c < candidates; c++) {
                boolean expected = c != rows.targets()[example] && likes(user, rows.candidates()[c]);
                assertThat(rows.masked()[example * candidates + c]).isEqualTo(expected ? TrainingBatch.MASKED : 0);
            }
        }
    }

    @Test
    void droppedIdsLeaveEmptyRows() {
        StepRows rows = sampler(0.9).rows(0);
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
