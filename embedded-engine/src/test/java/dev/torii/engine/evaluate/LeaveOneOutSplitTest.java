package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.problem.ToriiException;
import org.junit.jupiter.api.Test;

class LeaveOneOutSplitTest {
    @Test
    void holdsOutTheNewestOfEachUserWithTwo() {
        EvaluationSplit split =
                LeaveOneOutSplit.of(SmallSets.of(5, new int[] {3, 1, 2}, new int[] {4}, new int[] {0, 3}));

        assertThat(split.rankedUsers()).containsExactly(0, 2);
        assertThat(split.relevantItems()).containsExactly(2, 3);
        assertThat(split.training().items()).containsExactly(3, 1, 4, 0);
        assertThat(split.figures().usersWithoutTraining()).isZero();
    }

    @Test
    void refusesDataWithoutTimes() {
        InteractionSet timed = SmallSets.of(3, new int[] {0, 1}, new int[] {1, 2});
        InteractionSet untimed = new InteractionSet(
                timed.rowStarts(), timed.items(), new long[timed.items().length], timed.videos(), timed.userKeys());

        assertThatThrownBy(() -> LeaveOneOutSplit.of(untimed)).isInstanceOfSatisfying(ToriiException.class, failure -> {
            assertThat(failure).hasMessageContaining("4 positive interactions have no times");
            assertThat(failure.advice()).contains("folds");
        });
        assertThatThrownBy(() -> TemporalSplit.of(untimed, 0.8))
                .isInstanceOfSatisfying(ToriiException.class, failure -> {
                    assertThat(failure).hasMessageContaining("too few have a time");
                    assertThat(failure.advice()).contains("folds");
                });
        assertThatThrownBy(() -> LeaveOneOutSplit.of(SmallSets.of(3, new int[] {0}, new int[] {1})))
                .hasMessageContaining("No user has two");
    }
}
