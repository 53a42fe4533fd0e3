package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.TopItems;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.Map;

/// The candidates of one user after another and what each part says of them. One thread's buffers.
///
/// Candidates are the best [Blend#CANDIDATES] of each part that finds some; scores are standardised over them.
final class PooledScores {
    private final InteractionSet training;
    private final Map<BlendPart, Ranker> rankers;
    private final boolean[] rankable;
    private final float[][] scores = new float[BlendPart.values().length][];
    private final float[] unseen;
    private final boolean[] pooled;
    private final TopItems top = new TopItems(Blend.CANDIDATES);

    /// @param items the candidates, ascending
    /// @param scores `[part ordinal][candidate]`, standardised; empty rows of parts that are missing
    record Pool(int[] items, float[][] scores) {}

    PooledScores(InteractionSet training, Map<BlendPart, Ranker> rankers, boolean[] rankable) {
        this.training = training;
        this.rankers = rankers;
        this.rankable = rankable;
        this.unseen = new float[training.itemCount()];
        this.pooled = new boolean[training.itemCount()];
        rankers.keySet().forEach(part -> scores[part.ordinal()] = new float[training.itemCount()]);
    }

    Pool of(int user) {
        Arrays.fill(pooled, false);
        int size = 0;
        for (Map.Entry<BlendPart, Ranker> entry : rankers.entrySet()) {
            float[] all = scores[entry.getKey().ordinal()];
            entry.getValue().score(user, all);
            if (entry.getKey().findsCandidates()) {
                for (int item : best(user, all)) {
                    size += pooled[item] ? 0 : 1;
                    pooled[item] = true;
                }
            }
        }
        int[] items = new int[size];
        int next = 0;
        for (int item = 0; item < pooled.length; item++) {
            if (pooled[item]) {
                items[next++] = item;
            }
        }
        float[][] standardised = new float[scores.length][0];
        for (BlendPart part : rankers.keySet()) {
            float[] of = new float[size];
            for (int at = 0; at < size; at++) {
                of[at] = scores[part.ordinal()][items[at]];
            }
            Blend.standardise(of);
            standardised[part.ordinal()] = of;
        }
        return new Pool(items, standardised);
    }

    private int[] best(int user, float[] all) {
        for (int item = 0; item < all.length; item++) {
            unseen[item] = rankable[item] ? all[item] : Float.NEGATIVE_INFINITY;
        }
        for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
            unseen[training.items()[at]] = Float.NEGATIVE_INFINITY;
        }
        return top.select(unseen);
    }

    /// Which items occur in training: the others are ranked by nobody.
    static boolean[] rankable(InteractionSet training) {
        int[] counts = training.itemCounts();
        boolean[] rankable = new boolean[counts.length];
        for (int item = 0; item < counts.length; item++) {
            rankable[item] = counts[item] > 0;
        }
        return rankable;
    }
}
