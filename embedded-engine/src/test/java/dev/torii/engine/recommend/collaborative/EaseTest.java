package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.evaluate.SmallSets;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EaseTest {
    /// Item 2 occurs nowhere. X'X of items 0, 1, 3 is [[3,2,1],[2,2,1],[1,1,1]].
    private final InteractionSet training = SmallSets.of(4, new int[] {0}, new int[] {0, 1}, new int[] {3, 1, 0});

    @Test
    void agreesWithTheSolutionByHand() {
        // X'X + I = [[4,2,1],[2,3,1],[1,1,2]]; its adjugate is [[5,-3,-1],[-3,7,-2],[-1,-2,8]] (the determinant
        // cancels), and the weight from i to j is -P(i,j)/P(j,j).
        ItemToItemModel model = new Ease(1).model(training, JobContext.unwatched());
        assertThat(model.weight(0, 1)).isCloseTo(3f / 7, within(1e-6f));
        assertThat(model.weight(1, 0)).isCloseTo(3f / 5, within(1e-6f));
        assertThat(model.weight(0, 3)).isCloseTo(1f / 8, within(1e-6f));
        assertThat(model.weight(3, 1)).isCloseTo(2f / 7, within(1e-6f));
        assertThat(model.weight(1, 1)).isZero();
        assertThat(model.weight(2, 1)).isZero();
    }

    @Test
    void scoresAHistoryByTheSumOfItsWeights() {
        ItemToItemModel model = new Ease(1).model(training, JobContext.unwatched());
        float[] scores = {9, 9, 9, 9};
        model.score(new int[] {2, 0, 1}, 0, 3, scores);
        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isCloseTo(1f / 8 + 2f / 8, within(1e-6f));
    }

    @Test
    void refusesMoreItemsThanItCanInvert() {
        InteractionSet wide = SmallSets.of(
                Ease.MAX_ITEMS + 1, IntStream.rangeClosed(0, Ease.MAX_ITEMS).toArray());
        assertThatThrownBy(() -> Ease.DEFAULT.fit(wide, JobContext.unwatched()))
                .isInstanceOfSatisfying(ToriiException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_VALUE);
                    assertThat(failure).hasMessageContaining("20000").hasMessageContaining("20001");
                });
    }
}
