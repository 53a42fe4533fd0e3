package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.MetricEstimate;
import dev.torii.models.evaluate.PairedDifference;
import dev.torii.models.evaluate.SegmentGroup;
import dev.torii.models.evaluate.SegmentResult;
import dev.torii.models.evaluate.SegmentScore;
import dev.torii.models.evaluate.SplitFigures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a report as Markdown: what was evaluated, a row for each metric with a column for each algorithm, and
/// the paired comparisons.
public final class EvaluationMarkdown {
    private EvaluationMarkdown() {}

    /// The report, ending with a line feed.
    public static String of(EvaluationReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s, protocol %s, %s, liked from rating %s, full ranking, seed %d, %s%n%n",
                report.data(),
                report.protocol().wireName(),
                report.folds() == 1 ? "1 split" : report.folds() + " splits",
                report.minRating(),
                report.seed(),
                report.createdAt()));
        splits(text, report.splits());
        List<AlgorithmResult> results = report.results();
        row(text, "metric", results, AlgorithmResult::algorithm);
        row(text, "---", results, result -> "---");
        for (String metric : results.getFirst().metrics().keySet()) {
            row(text, metric, results, result -> cell(result.metrics().get(metric)));
        }
        row(text, "users", results, result -> Long.toString(result.users()));
        row(text, "fit", results, result -> seconds(result.fitTime()));
        row(text, "rank", results, result -> seconds(result.rankTime()));
        text.append(String.format("%nIn brackets: 95 %% confidence intervals, bootstrap over users.%n"));
        comparisons(text, report.comparisons());
        segments(text, report.segments(), "ndcg@10");
        segments(text, report.segments(), "recall@10");
        return text.toString();
    }

    /// A table of one metric on the segments; one with too few users bears a star.
    private static void segments(StringBuilder text, List<SegmentResult> segments, String metric) {
        if (segments.isEmpty()) {
            return;
        }
        text.append(String.format("%n%s on parts of the users and items (*: too few users to trust it)%n%n", metric));
        List<SegmentScore> header = segments.getFirst().results();
        row(text, "segment | users | pairs", header, SegmentScore::algorithm);
        row(text, "--- | --- | ---", header, score -> "---");
        for (SegmentResult segment : segments) {
            row(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%s%s | %d | %d",
                            segment.name().replace("|", "/"),
                            segment.small() ? " *" : "",
                            segment.users(),
                            segment.pairs()),
                    segment.results(),
                    score -> cell(score.metrics().get(metric)));
        }
        text.append(System.lineSeparator());
        segments.stream()
                .filter(segment -> segment.group() != SegmentGroup.GENRE)
                .forEach(segment -> text.append(String.format("- %s: %s%n", segment.name(), segment.definition())));
    }

    private static void splits(StringBuilder text, List<SplitFigures> splits) {
        for (SplitFigures split : splits) {
            text.append(String.format(
                    Locale.ROOT,
                    "- %s: %d pairs to learn from, %d to find (%d of items that training never saw), %d items ranked"
                            + " for %d users; %d users without training left out%n",
                    split.name(),
                    split.trainingPairs(),
                    split.testPairs(),
                    split.unreachablePairs(),
                    split.candidateItems(),
                    split.usersRanked(),
                    split.usersWithoutTraining()));
        }
        text.append(System.lineSeparator());
    }

    private static void comparisons(StringBuilder text, List<PairedDifference> comparisons) {
        if (!comparisons.isEmpty()) {
            text.append(System.lineSeparator());
        }
        for (PairedDifference comparison : comparisons) {
            text.append(String.format(
                    Locale.ROOT,
                    "- %s against %s, %s of the same users: %+.4f (%+.4f to %+.4f), p %.3f, corrected %.3f; better for %d, worse for %d"
                            + " of %d%n",
                    comparison.algorithm(),
                    comparison.baseline(),
                    comparison.metric(),
                    comparison.difference().value(),
                    comparison.difference().low(),
                    comparison.difference().high(),
                    comparison.pValue(),
                    comparison.adjustedPValue(),
                    comparison.better(),
                    comparison.worse(),
                    comparison.users()));
        }
    }

    private static <T> void row(StringBuilder text, String name, List<T> results, Function<T, String> cell) {
        text.append("| ")
                .append(name)
                .append(results.stream().map(cell).collect(Collectors.joining(" | ", " | ", " |")))
                .append(System.lineSeparator());
    }

    private static String cell(@Nullable MetricEstimate estimate) {
        if (estimate == null) {
            return "";
        }
        return estimate.hasInterval()
                ? String.format(Locale.ROOT, "%.4f (%.4f to %.4f)", estimate.value(), estimate.low(), estimate.high())
                : String.format(Locale.ROOT, "%.4f", estimate.value());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
