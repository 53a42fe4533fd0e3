package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.RankingMetric;
import dev.torii.engine.evaluate.RankingOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Decides whether a model is good enough to answer: it must rank better than plain popularity does.
///
/// @param accepted whether the model may be activated
/// @param reason why, in a sentence
/// @param metrics on the held-out positives, those of popularity under `popular.`
record AccuracyGate(boolean accepted, String reason, Map<String, Double> metrics) {
    private static final String HEADLINE = RankingMetric.NDCG.at(10);
    /// With fewer users to rank for, a comparison would be chance.
    static final int FEWEST_USERS = 10;

    static AccuracyGate unmeasured(int users) {
        return new AccuracyGate(
                true,
                "Accepted without a measurement: only " + users + " users have enough history to hold a part of it"
                        + " out, and a comparison needs " + FEWEST_USERS + ".",
                Map.of("heldout_users", (double) users));
    }

    static AccuracyGate compare(RankingOutcome towers, RankingOutcome popular) {
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("heldout_users", (double) towers.userKeys().size());
        towers.perUser().keySet().forEach(name -> metrics.put(name, towers.mean(name)));
        metrics.putAll(towers.overLists());
        popular.perUser().keySet().forEach(name -> metrics.put("popular." + name, popular.mean(name)));
        double reached = towers.mean(HEADLINE);
        double baseline = popular.mean(HEADLINE);
        boolean accepted = reached > baseline;
        String reason = String.format(
                Locale.ROOT,
                "%s: %s %.4f against %.4f of popularity, for %d users on the newest part of their histories.",
                accepted ? "Accepted" : "Rejected",
                HEADLINE,
                reached,
                baseline,
                towers.userKeys().size());
        return new AccuracyGate(accepted, reason, metrics);
    }
}
