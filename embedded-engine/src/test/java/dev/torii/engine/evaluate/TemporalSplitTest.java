package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemporalSplitTest {
    private static InteractionSet random(int pairs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PositiveRows rows = new PositiveRows();
        for (int pair = 0; pair < pairs; pair++) {
            rows.add(random.nextInt(20), random.nextInt(40), 1_000 + random.nextInt(500));
        }
        return rows.build(SmallSets.videos(40), SmallSets.users(20));
    }

    @Test
    void nothingInTrainingIsAsNewAsTheMoment() {
        for (int seed = 0; seed < 20; seed++) {
            InteractionSet all = random(400, seed);
            EvaluationSplit split = TemporalSplit.of(all, 0.8);
            long moment = Instant.parse(split.name()).getEpochSecond();
            assertThat(Arrays.stream(split.training().epochSeconds())).allMatch(time -> time < moment);
            assertThat(split.training().interactionCount() + split.relevantItems().length)
                    .isEqualTo(all.interactionCount());
            assertThat((double) split.training().interactionCount() / all.interactionCount())
                    .isBetween(0.75, 0.8);
            assertThat(split.training().userKeys()).isEqualTo(all.userKeys());
            assertThat(split.training().videos()).isEqualTo(all.videos());
        }
    }

    @Test
    void theValidationPartHasSeenNothingOfTheTest() {
        InteractionSet all = random(2000, 3);
        EvaluationSplit test = TemporalSplit.of(all, 0.8);
        EvaluationSplit validation = TemporalSplit.validation(all, 0.8);
        int before = test.training().interactionCount();
        assertThat(validation.training().interactionCount() + validation.relevantItems().length)
                .isEqualTo(before);
        assertThat((double) validation.training().interactionCount() / before).isBetween(0.7, 0.8);
        assertThat(Instant.parse(validation.name())).isBefore(Instant.parse(test.name()));
    }

    @Test
    void drawsUsersWithTheSeed() {
        EvaluationSplit split = TemporalSplit.of(random(2000, 3), 0.8);
        EvaluationSplit drawn = split.forUsers(5, 7);
        assertThat(drawn.rankedUsers())
                .hasSize(5)
                .isEqualTo(split.forUsers(5, 7).rankedUsers());
        assertThat(drawn.rankedUsers()).isNotEqualTo(split.forUsers(5, 8).rankedUsers());
        assertThat(drawn.training()).isSameAs(split.training());
        assertThat(drawn.figures().usersRanked()).isEqualTo(5);
        assertThat(drawn.name()).contains("5 of " + split.rankedUsers().length + " users");
        assertThat(split.forUsers(1000, 7)).isSameAs(split);
    }

    @Test
    void rowsAreSortedByTimeAndHoldAnItemOnce() {
        InteractionSet training = TemporalSplit.of(random(600, 5), 0.8).training();
        for (int user = 0; user < training.userCount(); user++) {
            int from = training.rowStarts()[user];
            int to = training.rowStarts()[user + 1];
            assertThat(Arrays.copyOfRange(training.epochSeconds(), from, to)).isSorted();
            assertThat(Arrays.copyOfRange(training.items(), from, to)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRepeatedPairKeepsItsFirstTime() {
        PositiveRows rows = new PositiveRows();
        rows.add(0, 1, 30);
        rows.add(0, 0, 20);
        rows.add(0, 1, 10);
        InteractionSet set = rows.build(SmallSets.videos(2), SmallSets.users(1));
        assertThat(set.items()).containsExactly(1, 0);
        assertThat(set.epochSeconds()).containsExactly(10, 20);
    }

    @Test
    void refusesDataWithoutTimes() {
        PositiveRows rows = new PositiveRows();
        for (int user = 0; user < 5; user++) {
            rows.add(user, user, 0);
        }
        InteractionSet timeless = rows.build(SmallSets.videos(5), SmallSets.users(5));
        assertThatThrownBy(() -> TemporalSplit.of(timeless, 0.8))
                .isInstanceOfSatisfying(ToriiException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(failure).hasMessageContaining("5 positive").hasMessageContaining("too few have a time");
                    assertThat(failure.advice()).contains("folds");
                });
    }

    @Test
    void refusesASplitThatLeavesNobodyToRankFor() {
        PositiveRows rows = new PositiveRows();
        for (int user = 0; user < 10; user++) {
            rows.add(user, user, user + 1L);
        }
        InteractionSet oneEach = rows.build(SmallSets.videos(10), SmallSets.users(10));
        assertThatThrownBy(() -> TemporalSplit.of(oneEach, 0.8))
                .isInstanceOf(ToriiException.class)
                .hasMessageContaining("both before and after");
    }
}
