package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UserBootstrapTest {
    private static final String METRIC = "ndcg@10";

    private static RankingOutcome outcome(double... values) {
        return new RankingOutcome(SmallSets.users(values.length), Map.of(METRIC, values), Map.of("coverage@10", 0.5));
    }

    private static MetricEstimate estimate(long seed, RankingOutcome... folds) {
        return Objects.requireNonNull(
                new UserBootstrap(List.of(folds), seed).estimates().get(METRIC));
    }

    private static double[] gaussian(int count, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> mean + random.nextGaussian());
        return values;
    }

    @Test
    void intervalIsAboutTwoStandardErrorsEachWay() {
        MetricEstimate estimate = estimate(1, outcome(gaussian(2500, 3, 9)));
        assertThat(estimate.value() - estimate.low()).isCloseTo(1.96 / 50, within(0.005));
        assertThat(estimate.high() - estimate.value()).isCloseTo(1.96 / 50, within(0.005));
    }

    @Test
    void sameSeedSameInterval() {
        RankingOutcome outcome = outcome(gaussian(100, 0, 2));
        assertThat(estimate(5, outcome)).isEqualTo(estimate(5, outcome));
        assertThat(estimate(5, outcome)).isNotEqualTo(estimate(6, outcome));
    }

    @Test
    void foldsOfTheSameUsersDoNotPassForNewUsers() {
        RankingOutcome fold = outcome(gaussian(400, 1, 4));
        MetricEstimate once = estimate(3, fold);
        assertThat(estimate(3, fold, fold, fold, fold)).isEqualTo(once);
    }

    @Test
    void valueIsTheMeanOfTheFoldMeans() {
        MetricEstimate estimate = estimate(1, outcome(1, 1, 1, 1), outcome(0, 0));
        assertThat(estimate.value()).isEqualTo(0.5);
        Map<String, MetricEstimate> all = new UserBootstrap(List.of(outcome(1), outcome(0)), 1).estimates();
        assertThat(all.get("coverage@10")).isEqualTo(MetricEstimate.exact(0.5));
    }

    @Test
    void pairingSeesADifferenceThatTheSpreadOfUsersHides() {
        double[] hard = gaussian(300, 0, 8);
        double[] better = new double[hard.length];
        Arrays.setAll(better, i -> hard[i] + (i % 3 == 0 ? -0.01 : 0.03));
        PairedDifference difference = PairedComparison.of("new", outcome(better), "old", outcome(hard), METRIC, 1);
        assertThat(difference.difference().value()).isCloseTo((0.03 * 2 - 0.01) / 3, within(1e-9));
        assertThat(difference.difference().low()).isPositive();
        assertThat(difference.pValue()).isLessThan(0.01);
        assertThat(difference.better()).isEqualTo(200);
        assertThat(difference.worse()).isEqualTo(100);
        assertThat(estimate(1, outcome(better)).low())
                .isLessThan(estimate(1, outcome(hard)).high());
    }

    @Test
    void equalOutcomesDoNotDiffer() {
        RankingOutcome outcome = outcome(gaussian(50, 0, 1));
        PairedDifference difference = PairedComparison.of("a", outcome, "b", outcome, METRIC, 1);
        assertThat(difference.pValue()).isEqualTo(1);
        assertThat(difference.difference()).isEqualTo(MetricEstimate.exact(0));
    }

    @Test
    void refusesToPairDifferentUsers() {
        assertThatThrownBy(() -> PairedComparison.of("a", outcome(1, 2), "b", outcome(1), METRIC, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different users");
    }
}
