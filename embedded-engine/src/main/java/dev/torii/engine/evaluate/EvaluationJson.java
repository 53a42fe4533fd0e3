package dev.torii.engine.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import dev.torii.models.evaluate.SplitFigures;
import java.util.Locale;

/// Writes a report as a JSON document with names in snake case; a metric is an object of `value`, and `low` and
/// `high` where it has an interval.
public final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    public static ObjectNode of(EvaluationReport report) {
        ObjectNode node = NODES.objectNode()
                .put("data", report.data())
                .put("protocol", report.protocol().name().toLowerCase(Locale.ROOT))
                .put("min_rating", report.minRating())
                .put("folds", report.folds())
                .put("seed", report.seed());
        report.splits().forEach(split -> node.withArray("splits").add(split(split)));
        report.results().forEach(result -> node.withArray("results").add(result(result)));
        report.comparisons().forEach(comparison -> node.withArray("comparisons").add(comparison(comparison)));
        return node;
    }

    private static ObjectNode split(SplitFigures split) {
        return NODES.objectNode()
                .put("name", split.name())
                .put("training_pairs", split.trainingPairs())
                .put("test_pairs", split.testPairs())
                .put("candidate_items", split.candidateItems())
                .put("users_ranked", split.usersRanked())
                .put("users_without_training", split.usersWithoutTraining())
                .put("unreachable_pairs", split.unreachablePairs());
    }

    private static ObjectNode result(AlgorithmResult result) {
        ObjectNode node = NODES.objectNode()
                .put("algorithm", result.algorithm())
                .put("users", result.users())
                .put("fit_seconds", result.fitTime().toMillis() / 1000.0)
                .put("rank_seconds", result.rankTime().toMillis() / 1000.0);
        ObjectNode metrics = node.putObject("metrics");
        result.metrics().forEach((name, estimate) -> metrics.set(name, estimate(estimate)));
        return node;
    }

    private static ObjectNode comparison(PairedDifference comparison) {
        ObjectNode node = NODES.objectNode()
                .put("algorithm", comparison.algorithm())
                .put("baseline", comparison.baseline())
                .put("metric", comparison.metric());
        node.set("difference", estimate(comparison.difference()));
        return node.put("p_value", comparison.pValue())
                .put("users", comparison.users())
                .put("better", comparison.better())
                .put("worse", comparison.worse());
    }

    private static ObjectNode estimate(MetricEstimate estimate) {
        ObjectNode node = NODES.objectNode().put("value", estimate.value());
        return estimate.hasInterval() ? node.put("low", estimate.low()).put("high", estimate.high()) : node;
    }
}
