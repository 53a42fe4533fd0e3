package dev.torii.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
    @Test
    void agreesWithAPublishedExample() {
        List<PairedDifference> adjusted = HolmCorrection.of(DoubleStream.of(.01, .04, .03, .005, .55, .6)
                .mapToObj(HolmCorrectionTest::difference)
                .toList());
        double[] expected = {.05, .12, .12, .03, 1, 1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(adjusted.get(i).adjustedPValue()).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void leavesASingleComparisonAsItIs() {
        assertThat(HolmCorrection.of(List.of(difference(.2))).getFirst().adjustedPValue())
                .isEqualTo(.2);
        assertThat(HolmCorrection.of(List.of())).isEmpty();
    }

    private static PairedDifference difference(double pValue) {
        return new PairedDifference("a", "b", "ndcg@10", MetricEstimate.exact(0), pValue, pValue, 1, 0, 0);
    }
}
