package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.PairedComparison;
import dev.torii.engine.evaluate.RankingMetric;
import dev.torii.engine.evaluate.RankingOutcome;
import dev.torii.models.embedding.GateCheck;
import dev.torii.models.embedding.GateOutcome;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import java.util.Locale;
import java.util.Map;

/// The comparisons of the gate: nDCG@10 of the same users, paired, with a 95 % interval of the difference by
/// bootstrap over users. "Beyond noise" means that the interval lies on one side of zero.
final class AccuracyGate {
    static final String POPULARITY = "beats_popularity";
    static final String ACTIVE = "not_worse_than_active";
    static final String EASE = "not_below_ease";

    private static final String HEADLINE = RankingMetric.NDCG.at(10);

    private final RankingOutcome towers;
    private final long seed;

    /// @param seed of the bootstrap
    AccuracyGate(RankingOutcome towers, long seed) {
        this.towers = towers;
        this.seed = seed;
    }

    /// Passed when the model is better beyond noise.
    GateCheck mustBeat(String check, String rival, RankingOutcome of) {
        PairedDifference difference = difference(rival, of);
        return check(check, difference, of, difference.difference().low() > 0);
    }

    /// Passed unless the model is worse beyond noise.
    GateCheck mustNotLoseTo(String check, String rival, RankingOutcome of) {
        PairedDifference difference = difference(rival, of);
        return check(check, difference, of, difference.difference().high() >= 0);
    }

    static GateCheck notCompared(String check, String reason) {
        return new GateCheck(check, GateOutcome.NOT_COMPARED, Map.of(), "not compared: " + reason);
    }

    private PairedDifference difference(String rival, RankingOutcome of) {
        return PairedComparison.of("two_tower", towers, rival, of, HEADLINE, seed);
    }

    private GateCheck check(String name, PairedDifference paired, RankingOutcome rival, boolean passed) {
        MetricEstimate difference = paired.difference();
        String sentence = String.format(
                Locale.ROOT,
                "%s %.4f against %.4f of %s, a difference of %+.4f (95 %% interval %+.4f to %+.4f) over %d users",
                HEADLINE,
                towers.mean(HEADLINE),
                rival.mean(HEADLINE),
                paired.baseline(),
                difference.value(),
                difference.low(),
                difference.high(),
                paired.users());
        return new GateCheck(
                name,
                passed ? GateOutcome.PASSED : GateOutcome.FAILED,
                Map.of(
                        "candidate", towers.mean(HEADLINE),
                        "rival", rival.mean(HEADLINE),
                        "difference", difference.value(),
                        "low", difference.low(),
                        "high", difference.high(),
                        "p_value", paired.pValue(),
                        "users", (double) paired.users()),
                sentence);
    }
}
