package dev.torii.engine.evaluate;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.PairedDifference;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.evaluate.SplitFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gathers what recommenders reached, split by split, and makes a report of it: estimates with intervals, paired
/// comparisons, segments. The splits themselves are not kept.
public final class ReportBuilder {
    private static final String HEADLINE = RankingMetric.NDCG.at(10);

    private final Protocol protocol;
    private final String data;
    private final double minRating;
    private final long seed;
    private final List<SplitFigures> splits = new ArrayList<>();
    private final Map<String, Reached> algorithms = new LinkedHashMap<>();
    private final SegmentTally tally;
    private @Nullable SplitSegments segments;

    /// @param data what was read, for people
    /// @param seed of the bootstrap
    public ReportBuilder(Protocol protocol, String data, double minRating, long seed) {
        this.protocol = protocol;
        this.data = data;
        this.minRating = minRating;
        this.seed = seed;
        this.tally = new SegmentTally(seed);
    }

    /// Begins the next split: outcomes that are added from now on are of it.
    public ReportBuilder split(EvaluationSplit split) {
        splits.add(split.figures());
        segments = tally.segments(split);
        return this;
    }

    /// Adds what an algorithm reached on the split. Each must be added once for every split.
    ///
    /// @param outcome of [FullRanking#rank]
    public ReportBuilder outcome(String algorithm, RankingOutcome outcome, Duration fitTime, Duration rankTime) {
        Reached reached = algorithms.computeIfAbsent(algorithm, name -> new Reached());
        reached.outcomes.add(outcome);
        reached.fitTime = reached.fitTime.plus(fitTime);
        reached.rankTime = reached.rankTime.plus(rankTime);
        if (segments != null && outcome.lists() != null) {
            tally.add(segments, algorithm, outcome.lists());
        }
        return this;
    }

    /// Whether anything was added of an algorithm.
    public boolean has(String algorithm) {
        return algorithms.containsKey(algorithm);
    }

    /// The report, with the best algorithm by nDCG@10 compared with each of the others.
    public EvaluationReport build(Instant now, JobContext context) {
        return build(List.of(), now, context);
    }

    /// The report, with these pairs compared; none: as above.
    EvaluationReport build(List<NamedPair> pairs, Instant now, JobContext context) {
        context.begin("evaluate.intervals", algorithms.size(), "algorithms");
        List<AlgorithmResult> results = new ArrayList<>();
        algorithms.forEach((name, reached) -> {
            context.checkCancelled();
            results.add(reached.result(name));
            context.progress(results.size());
        });
        List<PairedDifference> comparisons = new ArrayList<>();
        for (NamedPair pair : pairs.isEmpty() ? bestAgainstOthers(results) : pairs) {
            context.checkCancelled();
            comparisons.add(PairedComparison.of(
                    pair.algorithm(),
                    reached(pair.algorithm()),
                    pair.baseline(),
                    reached(pair.baseline()),
                    HEADLINE,
                    seed));
        }
        return new EvaluationReport(
                "",
                now,
                protocol,
                data,
                minRating,
                splits.size(),
                seed,
                splits,
                results,
                HolmCorrection.of(comparisons),
                tally.results(context));
    }

    private List<RankingOutcome> reached(String algorithm) {
        return Objects.requireNonNull(algorithms.get(algorithm), algorithm).outcomes;
    }

    private static List<NamedPair> bestAgainstOthers(List<AlgorithmResult> results) {
        AlgorithmResult best = results.getFirst();
        for (AlgorithmResult result : results) {
            best = headline(result) > headline(best) ? result : best;
        }
        String winner = best.algorithm();
        return results.stream()
                .map(AlgorithmResult::algorithm)
                .filter(name -> !name.equals(winner))
                .map(name -> new NamedPair(winner, name))
                .toList();
    }

    static double headline(AlgorithmResult result) {
        return Objects.requireNonNull(result.metrics().get(HEADLINE)).value();
    }

    /// Two algorithms of the report.
    record NamedPair(String algorithm, String baseline) {}

    private final class Reached {
        private final List<RankingOutcome> outcomes = new ArrayList<>();
        private Duration fitTime = Duration.ZERO;
        private Duration rankTime = Duration.ZERO;

        AlgorithmResult result(String name) {
            long users = outcomes.stream()
                    .mapToLong(outcome -> outcome.userKeys().size())
                    .sum();
            return new AlgorithmResult(name, new UserBootstrap(outcomes, seed).estimates(), users, fitTime, rankTime);
        }
    }
}
