package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdStartSplitTest {
    /// Forty users, each with ten of fifty items; nobody has the last five.
    private final InteractionSet all = SmallSets.of(
            55,
            IntStream.range(0, 40)
                    .mapToObj(user -> IntStream.range(0, 10)
                            .map(i -> (user * 7 + i * 3) % 50)
                            .toArray())
                    .toArray(int[][]::new));

    @Test
    void trainingNeverSeesAHiddenItem() {
        EvaluationSplit split = ColdStartSplit.of(all, 0.2, 7);

        assertThat(split.candidates().size()).isEqualTo(10);
        int[] counts = split.training().itemCounts();
        for (int hidden : split.candidates().items()) {
            assertThat(counts[hidden]).isZero();
            assertThat(hidden).isLessThan(50);
        }
        assertThat(split.training().interactionCount() + split.relevantItems().length)
                .isEqualTo(all.interactionCount());
        assertThat(Arrays.stream(split.relevantItems()).allMatch(item -> counts[item] == 0))
                .isTrue();
        assertThat(split.figures().unreachablePairs()).isZero();
        assertThat(Objects.requireNonNull(split.widerCandidates()).items())
                .hasSize(50)
                .doesNotHaveDuplicates();
        assertThat(split.training().videos()).as("their content stays").hasSize(55);
    }

    @Test
    void theSeedDrawsTheItems() {
        int[] drawn = ColdStartSplit.of(all, 0.2, 7).candidates().items();
        assertThat(ColdStartSplit.of(all, 0.2, 7).candidates().items()).containsExactly(drawn);
        assertThat(ColdStartSplit.of(all, 0.2, 8).candidates().items()).isNotEqualTo(drawn);
    }

    @Test
    void ranksHiddenItemsAloneAndAmongAll() {
        EvaluationSplit split = ColdStartSplit.of(all, 0.2, 7);
        boolean[] hidden = split.candidates().mask(all.itemCount());
        Ranker hiddenLast = (user, scores) -> {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = hidden[item] ? 0 : 1;
            }
        };
        RankingOutcome outcome = new FullRanking(split).rank(hiddenLast, JobContext.unwatched());

        assertThat(outcome.mean("recall@10")).as("ten candidates, ten places").isEqualTo(1);
        assertThat(outcome.mean("recall@10" + FullRanking.WIDER)).isZero();
        assertThat(outcome.overLists()).containsEntry("coverage@10", 1.0);
    }

    @Test
    void refusesDataThatLeavesNobodyToRankFor() {
        assertThatThrownBy(() -> ColdStartSplit.of(SmallSets.of(2, new int[] {0}, new int[] {1}), 0.5, 7))
                .isInstanceOfSatisfying(ToriiException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(failure.advice()).startsWith("Maybe");
                });
        assertThatThrownBy(() -> ColdStartSplit.of(SmallSets.of(2), 0.5, 7)).isInstanceOf(ToriiException.class);
    }
}
