package dev.torii.engine.recommend.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.training.Tastes;
import dev.torii.engine.people.InteractionSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final int DAY = 86_400;
    private static final int USERS = 40;
    private static final int START = 1_700_000_000;

    /// User `u` likes the items `u % 7` and `u % 5 + 7` on day `u`.
    private static InteractionSet set() {
        int[] starts = IntStream.rangeClosed(0, USERS).map(user -> 2 * user).toArray();
        int[] items = new int[2 * USERS];
        long[] times = new long[2 * USERS];
        for (int user = 0; user < USERS; user++) {
            items[2 * user] = user % 7;
            items[2 * user + 1] = user % 5 + 7;
            times[2 * user] = START + (long) user * DAY;
            times[2 * user + 1] = START + (long) user * DAY;
        }
        List<String> keys =
                IntStream.range(0, USERS).mapToObj(Integer::toString).toList();
        return new InteractionSet(starts, items, times, Tastes.videos(), keys);
    }

    @Test
    void isTheLogarithmOfWeightedCountsNearTheMomentOverWhatIsExpected() {
        InteractionSet set = set();
        float[] scores = new float[set.itemCount()];
        for (long moment : new long[] {START - DAY, START + 10 * DAY, START + 10 * DAY + 7, START + 90L * DAY}) {
            new Trend(set).score(moment, scores);

            double[] near = new double[set.itemCount()];
            double all = 0;
            for (int at = 0; at < set.interactionCount(); at++) {
                double weight = Math.exp(-Math.abs(set.epochSeconds()[at] - moment) / (3.0 * DAY));
                near[set.items()[at]] += weight;
                all += weight;
            }
            int[] counts = set.itemCounts();
            for (int item = 0; item < 12; item++) {
                double expected = all * counts[item] / set.interactionCount();
                assertThat((double) scores[item])
                        .isCloseTo(Math.log((near[item] + 0.3) / (expected + 0.3)), within(1e-4));
            }
        }
    }

    @Test
    void withoutTimesThereIsNothingToKnow() {
        InteractionSet timed = set();
        InteractionSet untimed = new InteractionSet(
                timed.rowStarts(), timed.items(), new long[timed.items().length], timed.videos(), timed.userKeys());

        assertThat(new Trend(timed).known()).isTrue();
        assertThat(new Trend(untimed).known()).isFalse();
        assertThat(SharedSignals.of(untimed, HoldOut.RANDOM)).containsOnlyKeys(BlendPart.POPULARITY);
    }
}
