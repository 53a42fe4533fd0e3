package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The report of a training on its own split: what the candidate and its rivals reached there, and the simple
/// linear model beside them.
public final class CandidateReport {
    private CandidateReport() {}

    /// Makes the report of outcomes that exist already; fits and ranks the linear model when it is not among them.
    ///
    /// @param outcomes of [FullRanking#rank] on `split` by algorithm, in the order of the table
    /// @param protocol [Protocol#TEMPORAL] or [Protocol#NEWEST]: how `split` was made
    /// @param minRating from which rating a video counted as liked
    /// @param seed of the bootstrap and of the linear model
    public static EvaluationReport of(
            EvaluationSplit split,
            Protocol protocol,
            Map<String, RankingOutcome> outcomes,
            double minRating,
            long seed,
            Instant now,
            JobContext context) {
        ReportBuilder report = new ReportBuilder(protocol, "database", minRating, seed).split(split);
        outcomes.forEach((name, outcome) -> report.outcome(name, outcome, Duration.ZERO, Duration.ZERO));
        LinearBaseline linear = new LinearBaseline(seed);
        if (!report.has(linear.name())) {
            FullRanking ranking = new FullRanking(split);
            context.begin("evaluate.rank." + linear.name(), ranking.userCount(), "users");
            long started = System.nanoTime();
            try (Ranker ranker = linear.fit(split.training(), context)) {
                long fitted = System.nanoTime();
                RankingOutcome outcome = ranking.rank(ranker, context);
                report.outcome(
                        linear.name(),
                        outcome,
                        Duration.ofNanos(fitted - started),
                        Duration.ofNanos(System.nanoTime() - fitted));
            }
        }
        return report.build(now, context);
    }
}
