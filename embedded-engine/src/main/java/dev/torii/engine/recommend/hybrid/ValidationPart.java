package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Holds out a part of a training set, to learn on it how far each recommender deserves to be trusted.
final class ValidationPart {
    /// Users with fewer positives keep them all.
    static final int FEWEST = 5;

    private ValidationPart() {}

    /// @param share of each user's positives, at least one
    static EvaluationSplit of(InteractionSet all, HoldOut which, double share, long seed) {
        int users = all.userCount();
        SplittableRandom random = new SplittableRandom(seed);
        int[] keptStarts = new int[users + 1];
        int[] heldStarts = new int[users + 1];
        int[] keptItems = new int[all.interactionCount()];
        long[] keptTimes = new long[all.interactionCount()];
        int[] heldItems = new int[all.interactionCount()];
        for (int user = 0; user < users; user++) {
            int start = all.rowStarts()[user];
            int size = all.rowStarts()[user + 1] - start;
            int held = size < FEWEST ? 0 : Math.max(1, (int) Math.round(share * size));
            boolean[] out = chosen(size, held, which, random);
            int kept = keptStarts[user];
            int gone = heldStarts[user];
            for (int at = 0; at < size; at++) {
                if (out[at]) {
                    heldItems[gone++] = all.items()[start + at];
                } else {
                    keptItems[kept] = all.items()[start + at];
                    keptTimes[kept++] = all.epochSeconds()[start + at];
                }
            }
            keptStarts[user + 1] = kept;
            heldStarts[user + 1] = gone;
        }
        InteractionSet training = new InteractionSet(
                keptStarts,
                Arrays.copyOf(keptItems, keptStarts[users]),
                Arrays.copyOf(keptTimes, keptStarts[users]),
                all.videos(),
                all.userKeys());
        return new EvaluationSplit("validation", training, heldStarts, Arrays.copyOf(heldItems, heldStarts[users]));
    }

    private static boolean[] chosen(int size, int held, HoldOut which, SplittableRandom random) {
        boolean[] out = new boolean[size];
        int left = held;
        for (int at = size - 1; at >= 0 && left > 0; at--) {
            if (which == HoldOut.NEWEST || random.nextInt(at + 1) < left) {
                out[at] = true;
                left--;
            }
        }
        return out;
    }
}
