package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.EvaluationReport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One evaluation: each split is read once, and each recommender is fitted on it, ranks and is let go.
final class EvaluationRun {
    private static final String HEADLINE = RankingMetric.NDCG.at(10);

    private final EvaluationRequest request;
    private final SplitSource source;
    private final List<RankerFactory> factories;
    private final Clock clock;
    private final JobContext context;

    EvaluationRun(
            EvaluationRequest request,
            SplitSource source,
            List<RankerFactory> factories,
            Clock clock,
            JobContext context) {
        this.request = request;
        this.source = source;
        this.factories = List.copyOf(factories);
        this.clock = clock;
        this.context = context;
    }

    EvaluationReport run() {
        List<SplitSource.SplitMaker> makers = source.splits();
        ReportBuilder report =
                new ReportBuilder(request.protocol(), source.description(), request.minRating(), request.seed());
        int fold = 0;
        for (SplitSource.SplitMaker maker : makers) {
            context.figure("fold", ++fold);
            context.figure("folds", makers.size());
            EvaluationSplit split =
                    maker.make(context).forUsers(request.options().mostUsers(), request.seed());
            report.split(split);
            FullRanking ranking = new FullRanking(split);
            for (RankerFactory factory : factories) {
                context.checkCancelled();
                measure(factory, split, ranking, report);
            }
        }
        List<ReportBuilder.NamedPair> pairs = request.options().pairs().stream()
                .map(pair -> new ReportBuilder.NamedPair(
                        pair.algorithm().wireName(), pair.baseline().wireName()))
                .toList();
        return report.build(pairs, clock.instant(), context);
    }

    private void measure(RankerFactory factory, EvaluationSplit split, FullRanking ranking, ReportBuilder report) {
        long started = System.nanoTime();
        context.begin("evaluate.fit." + factory.name(), 0, "items");
        try (Ranker ranker = factory.fit(split.training(), context)) {
            long fitted = System.nanoTime();
            context.begin("evaluate.rank." + factory.name(), ranking.userCount(), "users");
            RankingOutcome outcome = ranking.rank(ranker, context);
            long ranked = System.nanoTime();
            report.outcome(
                    factory.name(), outcome, Duration.ofNanos(fitted - started), Duration.ofNanos(ranked - fitted));
            context.log(String.format(
                    Locale.ROOT,
                    "%s %s: %s %.4f, fitted in %.1f s, %d users ranked in %.1f s",
                    split.name(),
                    factory.name(),
                    HEADLINE,
                    outcome.mean(HEADLINE),
                    (fitted - started) / 1e9,
                    outcome.userKeys().size(),
                    (ranked - fitted) / 1e9));
        }
    }
}
