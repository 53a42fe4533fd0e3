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
/// judged by weights that never saw him, and compared with the best part, chosen in the same way. The blend that is
/// kept has the mean of both halves' weights. When it is not better, the best part answers alone. Weights may move
/// far from their prior only where that is clearly better than staying near it.
public final class BlendFitting {
    /// With fewer users weights would be chance.
    static final int FEWEST_USERS = 20;
    static final int MOST_USERS = 3_000;
    /// Scores of a part that are computed, users times videos: a minute or two of the towers.
    private static final long MOST_SCORES = 300_000_000L;
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
        context.begin("hybrid.learn", examples.size(), "users");
        CrossFit gentle = CrossFit.ofBlend(examples, parts, GENTLE, context);
        CrossFit bold = CrossFit.ofBlend(examples, parts, BOLD, context);
        return decide(bold.clearlyBeats(gentle) ? bold : gentle, examples, parts, users);
    }

    private LearnedBlend decide(CrossFit blend, List<BlendExample> examples, List<BlendPart> parts, int[] users) {
        BlendPart best = CrossFit.bestPart(examples, parts);
        CrossFit alone = CrossFit.ofBestPart(examples, parts);
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("hybrid." + METRIC, Judgement.mean(blend.judged().first()));
        for (BlendPart part : parts) {
            if (part.ranksAlone()) {
                Map<BlendPart, Double> weights = Map.of(part, 1.0);
                metrics.put(
                        part.wireName() + "." + METRIC,
                        Judgement.mean(Judgement.of(examples, row -> weights).first()));
            }
        }
        PairedDifference difference = difference(blend, alone, best, users);
        boolean better = difference.difference().value() > 0;
        String reason = String.format(
                Locale.ROOT,
                "%s: nDCG (mean of 10 and 50) %.4f against %.4f of %s, its best part, for %d users who did not teach"
                        + " them (%+.4f, %+.4f to %+.4f).",
                better ? "The blend answers" : best.wireName() + " answers alone",
                Judgement.mean(blend.judged().decisive()),
                Judgement.mean(alone.judged().decisive()),
                best.wireName(),
                users.length,
                difference.difference().value(),
                difference.difference().low(),
                difference.difference().high());
        context.log(reason + (better ? " Weights: " + blend.weights() : ""));
        return new LearnedBlend(better ? new Blend(blend.weights()) : Blend.of(best), metrics, reason);
    }

    private PairedDifference difference(CrossFit blend, CrossFit alone, BlendPart best, int[] users) {
        List<String> keys =
                Arrays.stream(users).mapToObj(split.training().userKeys()::get).toList();
        return PairedComparison.of(
                "hybrid",
                new RankingOutcome(keys, Map.of(METRIC, blend.judged().decisive()), Map.of()),
                best.wireName(),
                new RankingOutcome(keys, Map.of(METRIC, alone.judged().decisive()), Map.of()),
                METRIC,
                seed);
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
}
