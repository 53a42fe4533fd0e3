package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Ranks by a blend: the candidates of the parts first, in the order of the blend; all other items after them, in
/// the order of their content, so that items that training never saw are ranked on what is known of them.
final class BlendedRanker implements Ranker {
    /// More than any sum of standardised scores.
    private static final float BEHIND = 1_000;

    private final Blend blend;
    private final ThreadLocal<PooledScores> pools;
    private final Map<BlendPart, Ranker> rankers;
    private final Ranker others;

    BlendedRanker(Blend blend, InteractionSet training, Map<BlendPart, Ranker> all) {
        this.blend = blend;
        this.rankers = new EnumMap<>(BlendPart.class);
        all.forEach((part, ranker) -> {
            if (blend.weight(part) != 0) {
                rankers.put(part, ranker);
            }
        });
        this.others = Optional.ofNullable(all.get(BlendPart.CONTENT))
                .orElseGet(() -> rankers.values().iterator().next());
        boolean[] rankable = PooledScores.rankable(training);
        this.pools = ThreadLocal.withInitial(() -> new PooledScores(training, rankers, rankable));
    }

    @Override
    public void score(int user, float[] scores) {
        PooledScores.Pool pool = pools.get().of(user);
        others.score(user, scores);
        Blend.standardise(scores);
        for (int item = 0; item < scores.length; item++) {
            scores[item] -= BEHIND;
        }
        for (int at = 0; at < pool.items().length; at++) {
            float sum = 0;
            for (BlendPart part : rankers.keySet()) {
                sum += (float) (blend.weight(part) * pool.scores()[part.ordinal()][at]);
            }
            scores[pool.items()[at]] = sum;
        }
    }

    @Override
    public void close() {
        rankers.values().forEach(Ranker::close);
    }
}
