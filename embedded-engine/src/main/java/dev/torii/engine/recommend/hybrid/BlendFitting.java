package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.PairedComparison;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankingOutcome;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.jobs.ParallelLoop;
import dev.torii.models.evaluate.PairedDifference;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// Learns a blend on a validation part, and trusts it only if it beats its best part there.
///
/// The users are cut into two halves. The weights that one half teaches are judged on the other, so every user is
/// judged by weights that never saw him, and compared with the best part for the same users. The blend that is
/// kept has the mean of both halves' weights. When it is not better, the best part answers alone. Weights may move
/// far from their prior only where that is clearly better than staying near it.
public final class BlendFitting {
    /// With fewer users weights would be chance.
    static final int FEWEST_USERS = 20;
    static final int MOST_USERS = 3_000;
    /// Scores of a part that are computed, users times videos: a minute or two of the towers.
    private static final long MOST_SCORES = 300_000_000L;
    static final int LIST = 10;
    private static final double GENTLE = 1;
    private static final double BOLD = 0.1;
    private static final String METRIC = "ndcg@10";

    private final EvaluationSplit split;
    private final Map<BlendPart, Ranker> rankers;
    private final long seed;
    private final JobContext context;

    /// @param rankers fitted on the training side of `split`
    /// @param seed of the draw of users and of the comparison
    public BlendFitting(EvaluationSplit split, Map<BlendPart, Ranker> rankers, long seed, JobContext context) {
        this.split = split;
        this.rankers = new EnumMap<>(rankers);
        this.seed = seed;
        this.context = context;
    }

    public LearnedBlend fit() {
        int[] users = users();
        BlendPart first = rankers.keySet().iterator().next();
        if (users.length < FEWEST_USERS) {
            return new LearnedBlend(
                    Blend.of(first),
                    Map.of(),
                    "%s answers alone: only %d users have enough history to learn a blend on, and it takes %d."
                            .formatted(first.wireName(), users.length, FEWEST_USERS));
        }
        List<BlendExample> examples = examples(users);
        List<BlendPart> parts = List.copyOf(rankers.keySet());
        CrossFit gentle = new CrossFit(examples, parts, GENTLE, context);
        CrossFit bold = new CrossFit(examples, parts, BOLD, context);
        CrossFit chosen = bold.clearlyBeats(gentle) ? bold : gentle;
        double[] judged = chosen.judged();
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("hybrid." + METRIC, mean(judged));
        BlendPart best = first;
        double[] ofBest = new double[0];
        for (BlendPart part : parts) {
            double[] alone = values(examples, Map.of(part, 1.0));
            if (part.ranksAlone()) {
                metrics.put(part.wireName() + "." + METRIC, mean(alone));
                if (ofBest.length == 0 || mean(alone) > mean(ofBest)) {
                    best = part;
                    ofBest = alone;
                }
            }
        }
        return decide(judged, best, ofBest, chosen.weights(), metrics, users);
    }

    private LearnedBlend decide(
            double[] judged,
            BlendPart best,
            double[] ofBest,
            Map<BlendPart, Double> weights,
            Map<String, Double> metrics,
            int[] users) {
        List<String> keys = Arrays.stream(users)
                .mapToObj(split.training().userKeys()::get)
                .toList();
        PairedDifference difference = PairedComparison.of(
                "hybrid",
                new RankingOutcome(keys, Map.of(METRIC, judged), Map.of()),
                best.wireName(),
                new RankingOutcome(keys, Map.of(METRIC, ofBest), Map.of()),
                METRIC,
                seed);
        boolean better = difference.difference().value() > 0;
        String reason = String.format(
                Locale.ROOT,
                "%s: nDCG@10 %.4f against %.4f of %s, its best part, for %d users who did not teach the weights"
                        + " (%+.4f, %+.4f to %+.4f).",
                better ? "The blend answers" : best.wireName() + " answers alone",
                mean(judged),
                mean(ofBest),
                best.wireName(),
                judged.length,
                difference.difference().value(),
                difference.difference().low(),
                difference.difference().high());
        context.log(reason + (better ? " Weights: " + weights : ""));
        return new LearnedBlend(better ? new Blend(weights) : Blend.of(best), metrics, reason);
    }

    /// Selection sampling, in rising order (Knuth, The Art of Computer Programming 2, algorithm S).
    private int[] users() {
        int[] ranked = split.rankedUsers();
        long bearable = Math.clamp(MOST_SCORES / Math.max(1, split.training().itemCount()), 200, MOST_USERS);
        int wanted = (int) Math.min(bearable, ranked.length);
        int[] drawn = new int[wanted];
        SplittableRandom random = new SplittableRandom(seed);
        int taken = 0;
        for (int at = 0; at < ranked.length && taken < wanted; at++) {
            if (random.nextInt(ranked.length - at) < wanted - taken) {
                drawn[taken++] = ranked[at];
            }
        }
        return drawn;
    }

    private List<BlendExample> examples(int[] users) {
        BlendExample[] examples = new BlendExample[users.length];
        boolean[] rankable = PooledScores.rankable(split.training());
        context.begin("hybrid.candidates", users.length, "users");
        ParallelLoop.run(users.length, context, () -> worker(users, rankable, examples));
        return List.of(examples);
    }

    private IntConsumer worker(int[] users, boolean[] rankable, BlendExample[] examples) {
        PooledScores pools = new PooledScores(split.training(), rankers, rankable);
        return row -> {
            int user = users[row];
            PooledScores.Pool pool = pools.of(user);
            int from = split.relevantStarts()[user];
            int to = split.relevantStarts()[user + 1];
            boolean[] relevant = new boolean[pool.items().length];
            for (int at = from; at < to; at++) {
                int place = Arrays.binarySearch(pool.items(), split.relevantItems()[at]);
                if (place >= 0) {
                    relevant[place] = true;
                }
            }
            examples[row] = new BlendExample(pool.scores(), relevant, to - from);
        };
    }

    private static double[] values(List<BlendExample> examples, Map<BlendPart, Double> weights) {
        return examples.stream()
                .mapToDouble(example -> example.ndcg(BlendLearner.sums(example, weights), LIST))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
