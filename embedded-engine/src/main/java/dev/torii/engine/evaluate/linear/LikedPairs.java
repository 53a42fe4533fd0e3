package dev.torii.engine.evaluate.linear;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Draws what the linear model learns from: for liked videos, the features of the liked one minus those of a video
/// that its user does not have. The liked one is left out of its user's history and out of its own popularity.
final class LikedPairs {
    private static final int MOST_LIKED = 60_000;
    private static final int OTHERS = 3;

    private final ContentTable items;
    private final InteractionSet training;
    private final int[] counts;
    private final long seed;

    LikedPairs(ContentTable items, InteractionSet training, int[] counts, long seed) {
        this.items = items;
        this.training = training;
        this.counts = counts;
        this.seed = seed;
    }

    /// The differences, one row of [LinearFeature#COUNT] after the other.
    float[] differences() {
        SplittableRandom random = new SplittableRandom(seed);
        double share = Math.min(1.0, (double) MOST_LIKED / Math.max(1, training.interactionCount()));
        int[] reachable = reachable();
        Rows rows = new Rows();
        boolean[] has = new boolean[items.itemCount()];
        for (int user = 0; user < training.userCount(); user++) {
            int from = training.rowStarts()[user];
            int to = training.rowStarts()[user + 1];
            int[] drawn = draw(from, to, share, random);
            if (drawn.length > 0 && to - from < reachable.length) {
                mark(has, from, to, true);
                TasteProfile profile = new TasteProfile(items, training.items(), from, to);
                for (int at : drawn) {
                    rows.addPairs(profile, training.items()[at], reachable, has, random);
                }
                mark(has, from, to, false);
            }
        }
        return rows.toArray();
    }

    private int[] reachable() {
        int[] reachable = new int[counts.length];
        int size = 0;
        for (int item = 0; item < counts.length; item++) {
            if (counts[item] > 0) {
                reachable[size++] = item;
            }
        }
        return Arrays.copyOf(reachable, size);
    }

    private static int[] draw(int from, int to, double share, SplittableRandom random) {
        int[] drawn = new int[to - from];
        int size = 0;
        for (int at = from; at < to; at++) {
            if (random.nextDouble() < share) {
                drawn[size++] = at;
            }
        }
        return Arrays.copyOf(drawn, size);
    }

    private void mark(boolean[] has, int from, int to, boolean value) {
        for (int at = from; at < to; at++) {
            has[training.items()[at]] = value;
        }
    }

    /// Growing rows of feature differences.
    private final class Rows {
        private final double[] liked = new double[LinearFeature.COUNT];
        private final double[] other = new double[LinearFeature.COUNT];
        private float[] values = new float[1024 * LinearFeature.COUNT];
        private int size;

        void addPairs(TasteProfile profile, int item, int[] reachable, boolean[] has, SplittableRandom random) {
            profile.compare(item, true, liked);
            LinearModel.ownFeatures(items, item, counts[item] - 1, liked);
            for (int i = 0; i < OTHERS; i++) {
                int drawn = reachable[random.nextInt(reachable.length)];
                while (has[drawn]) {
                    drawn = reachable[random.nextInt(reachable.length)];
                }
                profile.compare(drawn, false, other);
                LinearModel.ownFeatures(items, drawn, counts[drawn], other);
                append();
            }
        }

        private void append() {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            for (int feature = 0; feature < LinearFeature.COUNT; feature++) {
                values[size++] = (float) (liked[feature] - other[feature]);
            }
        }

        float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
