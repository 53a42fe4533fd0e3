package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.SmallSets;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutSplitTest {
    private static final int ITEMS = 5;

    @Test
    void theNewestOfEveryUserWithEnoughIsHeldOut() {
        EvaluationSplit split = HeldOutSplit.of(everybodyLikesAll(100), 0.2, 7);

        assertThat(split.rankedUsers()).isEqualTo(IntStream.range(0, 100).toArray());
        assertThat(split.relevantItems()).hasSize(100).containsOnly(ITEMS - 1);
        assertThat(HeldOutSplit.of(everybodyLikesAll(100), 0.2, 8).relevantItems())
                .hasSize(100);
    }

    @Test
    void aLargeDatabaseIsMeasuredOnADrawOfItsUsersAndNothingIsLost() {
        InteractionSet all = everybodyLikesAll(3 * UserDraw.MOST_USERS);

        EvaluationSplit split = HeldOutSplit.of(all, 0.2, 7);

        int[] drawn = split.rankedUsers();
        assertThat(drawn).hasSize(UserDraw.MOST_USERS);
        assertThat(Arrays.stream(drawn).average().orElseThrow())
                .isBetween(0.45 * all.userCount(), 0.55 * all.userCount());
        assertThat(split.training().interactionCount() + split.relevantItems().length)
                .isEqualTo(all.interactionCount());
        assertThat(HeldOutSplit.of(all, 0.2, 7).rankedUsers()).isEqualTo(drawn);
        assertThat(HeldOutSplit.of(all, 0.2, 8).rankedUsers()).isNotEqualTo(drawn);
    }

    private static InteractionSet everybodyLikesAll(int users) {
        int[] starts = IntStream.rangeClosed(0, users).map(user -> user * ITEMS).toArray();
        int[] items = IntStream.range(0, users * ITEMS).map(at -> at % ITEMS).toArray();
        List<String> keys =
                IntStream.range(0, users).mapToObj(Integer::toString).toList();
        return new InteractionSet(
                starts, items, new long[items.length], SmallSets.of(ITEMS).videos(), keys);
    }
}
