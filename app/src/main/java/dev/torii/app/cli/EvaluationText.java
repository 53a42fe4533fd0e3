package dev.torii.app.cli;

import dev.torii.app.cli.output.Durations;
import dev.torii.app.cli.output.TextTable;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import dev.torii.models.evaluate.SegmentResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows the table of an evaluation: a row for each metric, a column for each algorithm.
final class EvaluationText {
    private EvaluationText() {}

    static List<String> lines(EvaluationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, protocol %s, %d %s, liked from rating %s, full ranking, seed %d",
                report.data(),
                report.protocol().wireName(),
                report.folds(),
                report.folds() == 1 ? "split" : "folds",
                report.minRating(),
                report.seed()));
        List<AlgorithmResult> results = report.results();
        List<String> header = new ArrayList<>(List.of("metric"));
        results.forEach(result -> header.add(result.algorithm()));
        TextTable table = new TextTable(header.toArray(String[]::new));
        Set<String> metrics = new LinkedHashSet<>();
        results.forEach(result -> metrics.addAll(result.metrics().keySet()));
        for (String metric : metrics) {
            row(table, metric, results, result -> estimate(result.metrics().get(metric)));
        }
        row(table, "users", results, result -> Long.toString(result.users()));
        row(table, "fit", results, result -> Durations.text(result.fitTime()));
        row(table, "rank", results, result -> Durations.text(result.rankTime()));
        lines.addAll(table.lines());
        segments(lines, report.segments());
        lines.add("In brackets: 95 % confidence interval, bootstrap over users.");
        for (PairedDifference comparison : report.comparisons()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s against %s, %s of the same users: %+.4f [%+.4f, %+.4f], p %.3f, corrected for %d comparisons %.3f",
                    comparison.algorithm(),
                    comparison.baseline(),
                    comparison.metric(),
                    comparison.difference().value(),
                    comparison.difference().low(),
                    comparison.difference().high(),
                    comparison.pValue(),
                    report.comparisons().size(),
                    comparison.adjustedPValue()));
        }
        return lines;
    }

    private static void segments(List<String> lines, List<SegmentResult> segments) {
        if (segments.isEmpty()) {
            return;
        }
        List<Object> header = new ArrayList<>(List.of("ndcg@10 of", "users", "pairs"));
        segments.getFirst().results().forEach(score -> header.add(score.algorithm()));
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (SegmentResult segment : segments) {
            List<Object> cells = new ArrayList<>(
                    List.of(segment.name() + (segment.small() ? " *" : ""), segment.users(), segment.pairs()));
            segment.results()
                    .forEach(score -> cells.add(estimate(score.metrics().get("ndcg@10"))));
            table.row(cells.toArray());
        }
        lines.add("");
        lines.addAll(table.lines());
        lines.add("*: too few users to trust it.");
    }

    private static void row(
            TextTable table, String name, List<AlgorithmResult> results, Function<AlgorithmResult, String> cell) {
        List<Object> cells = new ArrayList<>(List.of(name));
        results.forEach(result -> cells.add(cell.apply(result)));
        table.row(cells.toArray());
    }

    private static String estimate(@Nullable MetricEstimate estimate) {
        if (estimate == null) {
            return "";
        }
        if (estimate.low() == estimate.high()) {
            return String.format(Locale.ROOT, "%.4f", estimate.value());
        }
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", estimate.value(), estimate.low(), estimate.high());
    }
}
