package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingMetricTest {
    private static final boolean[] FIRST_AND_THIRD = {true, false, true, false};

    @Test
    void agreesWithValuesWorkedOutByHand() {
        // Relevant: 3 items. DCG@4 = 1 + 1/2; ideal = 1 + 1/log2(3) + 1/2.
        double ideal = 1 + Math.log(2) / Math.log(3) + 0.5;
        assertThat(RankingMetric.NDCG.of(FIRST_AND_THIRD, 3, 4)).isCloseTo(1.5 / ideal, within(1e-12));
        assertThat(RankingMetric.RECALL.of(FIRST_AND_THIRD, 3, 4)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(RankingMetric.PRECISION.of(FIRST_AND_THIRD, 3, 4)).isEqualTo(0.5);
        assertThat(RankingMetric.HIT_RATE.of(FIRST_AND_THIRD, 3, 4)).isEqualTo(1);
        assertThat(RankingMetric.MAP.of(FIRST_AND_THIRD, 3, 4)).isCloseTo((1 + 2.0 / 3) / 3, within(1e-12));
    }

    @Test
    void looksAtTheFirstRanksOnly() {
        boolean[] second = {false, true};
        assertThat(RankingMetric.HIT_RATE.of(second, 1, 1)).isZero();
        assertThat(RankingMetric.NDCG.of(second, 1, 1)).isZero();
        assertThat(RankingMetric.MAP.of(second, 5, 2)).isEqualTo(0.25);
        assertThat(RankingMetric.NDCG.of(second, 1, 2)).isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
    }

    @Test
    void theIdealOfManyRelevantItemsIsAFullList() {
        boolean[] all = {true, true};
        assertThat(RankingMetric.NDCG.of(all, 50, 2)).isEqualTo(1);
        assertThat(RankingMetric.MAP.of(all, 50, 2)).isEqualTo(1);
        assertThat(RankingMetric.RECALL.of(all, 50, 2)).isEqualTo(0.04);
    }

    @Test
    void aListShorterThanAskedForMissesItsRest() {
        boolean[] one = {true};
        assertThat(RankingMetric.PRECISION.of(one, 1, 10)).isEqualTo(0.1);
        assertThat(RankingMetric.NDCG.of(one, 1, 10)).isEqualTo(1);
    }

    @Test
    void staysBetweenZeroAndOneAndGrowsWhenAHitMovesUp() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 2000; round++) {
            boolean[] hits = new boolean[1 + random.nextInt(25)];
            int found = 0;
            for (int rank = 0; rank < hits.length; rank++) {
                hits[rank] = random.nextInt(4) == 0;
                found += hits[rank] ? 1 : 0;
            }
            int relevant = Math.max(1, found + random.nextInt(5));
            int k = 1 + random.nextInt(25);
            for (RankingMetric metric : RankingMetric.values()) {
                double value = metric.of(hits, relevant, k);
                assertThat(value).isBetween(0.0, 1.0 + 1e-12);
                int at = random.nextInt(hits.length);
                if (at > 0 && hits[at] && !hits[at - 1]) {
                    boolean[] better = hits.clone();
                    better[at - 1] = true;
                    better[at] = false;
                    assertThat(metric.of(better, relevant, k)).isGreaterThanOrEqualTo(value - 1e-12);
                }
            }
        }
    }
}
