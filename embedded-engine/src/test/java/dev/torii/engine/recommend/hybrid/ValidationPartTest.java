package dev.torii.engine.recommend.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.embed.training.Tastes;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidationPartTest {
    private final InteractionSet all = Tastes.set(30, 4);

    @ParameterizedTest
    @EnumSource
    void everyPairIsEitherKeptOrHeldOut(HoldOut which) {
        EvaluationSplit split = ValidationPart.of(all, which, 0.25, 7);

        InteractionSet kept = split.training();
        for (int user = 0; user < all.userCount(); user++) {
            int[] before = row(all.items(), all.rowStarts(), user);
            int[] left = row(kept.items(), kept.rowStarts(), user);
            int[] held = row(split.relevantItems(), split.relevantStarts(), user);
            assertThat(held).hasSize(3);
            assertThat(Stream.of(left, held).flatMapToInt(Arrays::stream).toArray())
                    .containsExactlyInAnyOrder(before);
            if (which == HoldOut.NEWEST) {
                assertThat(left).isEqualTo(Arrays.copyOf(before, 9));
            }
        }
        assertThat(split.relevantItems())
                .isEqualTo(ValidationPart.of(all, which, 0.25, 7).relevantItems());
    }

    @ParameterizedTest
    @EnumSource(names = "RANDOM")
    void anyPlaceOfAHistoryMayBeHeldOut(HoldOut which) {
        EvaluationSplit split = ValidationPart.of(all, which, 0.25, 7);

        long[] places = new long[12];
        for (int user = 0; user < all.userCount(); user++) {
            int[] before = row(all.items(), all.rowStarts(), user);
            for (int item : row(split.relevantItems(), split.relevantStarts(), user)) {
                places[
                        IntStream.range(0, 12)
                                .filter(at -> before[at] == item)
                                .findFirst()
                                .orElseThrow()]++;
            }
        }
        assertThat(places).doesNotContain(0);
    }

    private static int[] row(int[] items, int[] starts, int user) {
        return Arrays.copyOfRange(items, starts[user], starts[user + 1]);
    }
}
