package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.PairedDifference;
import dev.torii.models.evaluate.SplitFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// One evaluation: each split is read once, and each recommender is fitted on it, ranks and is let go.
final class EvaluationRun {
    private static final String HEADLINE = RankingMetric.NDCG.at(10);

    private final EvaluationRequest request;
    private final SplitSource source;
    private final List<Progress> algorithms = new ArrayList<>();
    private final JobContext context;

    EvaluationRun(EvaluationRequest request, SplitSource source, List<RankerFactory> factories, JobContext context) {
        this.request = request;
        this.source = source;
        this.context = context;
        factories.forEach(factory -> algorithms.add(new Progress(factory)));
    }

    EvaluationReport run() {
        List<SplitSource.SplitMaker> makers = source.splits();
        List<SplitFigures> figures = new ArrayList<>();
        for (SplitSource.SplitMaker maker : makers) {
            context.figure("fold", figures.size() + 1);
            context.figure("folds", makers.size());
            EvaluationSplit split = maker.make(context).forUsers(request.options().mostUsers(), request.seed());
            figures.add(split.figures());
            FullRanking ranking = new FullRanking(split);
            for (Progress algorithm : algorithms) {
                context.checkCancelled();
                algorithm.measure(split, ranking);
            }
        }
        context.begin("evaluate.intervals", algorithms.size(), "algorithms");
        List<AlgorithmResult> results = new ArrayList<>();
        for (Progress algorithm : algorithms) {
            results.add(algorithm.result());
            context.progress(results.size());
            context.checkCancelled();
        }
        return new EvaluationReport(
                request.protocol(),
                source.description(),
                request.minRating(),
                makers.size(),
                request.seed(),
                figures,
                results,
                compare(results));
    }

    private List<PairedDifference> compare(List<AlgorithmResult> results) {
        int best = 0;
        for (int i = 1; i < results.size(); i++) {
            if (headline(results.get(i)) > headline(results.get(best))) {
                best = i;
            }
        }
        List<PairedDifference> differences = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (i != best) {
                differences.add(PairedComparison.of(
                        results.get(best).algorithm(),
                        algorithms.get(best).outcomes,
                        results.get(i).algorithm(),
                        algorithms.get(i).outcomes,
                        HEADLINE,
                        request.seed()));
            }
        }
        return differences;
    }

    private static double headline(AlgorithmResult result) {
        return Objects.requireNonNull(result.metrics().get(HEADLINE)).value();
    }

    /// What one recommender has reached so far.
    private final class Progress {
        private final RankerFactory factory;
        private final List<RankingOutcome> outcomes = new ArrayList<>();
        private long users;
        private Duration fitTime = Duration.ZERO;
        private Duration rankTime = Duration.ZERO;

        Progress(RankerFactory factory) {
            this.factory = factory;
        }

        void measure(EvaluationSplit split, FullRanking ranking) {
            long started = System.nanoTime();
            context.begin("evaluate.fit." + factory.name(), 0, "items");
            try (Ranker ranker = factory.fit(split.training(), context)) {
                long fitted = System.nanoTime();
                context.begin("evaluate.rank." + factory.name(), ranking.userCount(), "users");
                RankingOutcome outcome = ranking.rank(ranker, context);
                long ranked = System.nanoTime();
                outcomes.add(outcome);
                users += outcome.userKeys().size();
                fitTime = fitTime.plusNanos(fitted - started);
                rankTime = rankTime.plusNanos(ranked - fitted);
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

        AlgorithmResult result() {
            return new AlgorithmResult(
                    factory.name(), new UserBootstrap(outcomes, request.seed()).estimates(), users, fitTime, rankTime);
        }
    }
}
