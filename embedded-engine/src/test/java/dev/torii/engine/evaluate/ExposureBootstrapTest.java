package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.evaluate.MetricEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExposureBootstrapTest {
    private static final int CANDIDATES = 200;
    private final int[][] lists = lists();

    /// Sixty lists of ten different items, low numbers more often.
    private static int[][] lists() {
        SplittableRandom random = new SplittableRandom(5);
        int[][] lists = new int[60][];
        Arrays.setAll(
                lists,
                row -> random.doubles()
                        .mapToInt(value -> (int) (CANDIDATES * value * value))
                        .distinct()
                        .limit(10)
                        .toArray());
        return lists;
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void countsAsListExposureDoesWhenEachListCountsOnce() {
        boolean[] candidates = new boolean[CANDIDATES];
        Arrays.fill(candidates, true);
        ListExposure exposure = new ListExposure(candidates);
        for (int[] list : lists) {
            exposure.add(list, 10);
        }
        double[] drawn = new ExposureBootstrap(List.of(new RankedLists(lists, CANDIDATES)))
                .of(new int[][] {ones(lists.length)}, 10);
        assertThat(drawn[0]).isCloseTo(exposure.coverage(), within(1e-12));
        assertThat(drawn[1]).isCloseTo(exposure.gini(), within(1e-12));
    }

    @Test
    void aListThatIsNotDrawnShowsNothing() {
        double[] drawn = new ExposureBootstrap(List.of(new RankedLists(new int[][] {{0, 1}, {2, 3}}, 4)))
                .of(new int[][] {{2, 0}}, 10);
        assertThat(drawn[0]).isEqualTo(0.5);
        assertThat(drawn[1]).isEqualTo(0.5);
    }

    @Test
    void theIntervalHoldsTheValue() {
        RankingOutcome outcome = new RankingOutcome(
                SmallSets.users(lists.length),
                Map.of("ndcg@10", new double[lists.length]),
                Map.of("coverage@10", 0.7, "gini@10", 0.6),
                new RankedLists(lists, CANDIDATES));
        Map<String, MetricEstimate> estimates = new UserBootstrap(List.of(outcome), 7).estimates();
        for (String metric : List.of("coverage@10", "gini@10")) {
            MetricEstimate estimate = Objects.requireNonNull(estimates.get(metric));
            assertThat(estimate.hasInterval()).isTrue();
            assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
        }
    }
}
