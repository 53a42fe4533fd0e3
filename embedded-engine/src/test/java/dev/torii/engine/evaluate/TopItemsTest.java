package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
    @Test
    void agreesWithASortOfEverythingTiesIncluded() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            int capacity = 1 + random.nextInt(30);
            float[] scores = new float[random.nextInt(80)];
            for (int item = 0; item < scores.length; item++) {
                scores[item] = random.nextInt(9) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(12);
            }
            int[] expected = IntStream.range(0, scores.length)
                    .filter(item -> scores[item] != Float.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item])
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(capacity)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(new TopItems(capacity).select(scores)).containsExactly(expected);
        }
    }

    @Test
    void canBeUsedAgain() {
        TopItems top = new TopItems(2);
        assertThat(top.select(new float[] {1, 3, 2})).containsExactly(1, 2);
        assertThat(top.select(new float[] {0.5f})).containsExactly(0);
    }

    @Test
    void refusesAScoreThatIsNotANumber() {
        assertThatThrownBy(() -> new TopItems(2).select(new float[] {1, Float.NaN}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("item 1");
    }
}
