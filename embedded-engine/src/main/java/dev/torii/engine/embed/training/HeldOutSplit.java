package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/// Holds out the newest positives of each user to measure a training run.
///
/// By user, and not at one moment for all: where most users come once and never again, one moment leaves hardly
/// anybody who has something before and after it, and the gate would judge by chance. For a measurement without
/// any look ahead there is the evaluation's split by time.
///
/// Of at most [#MOST_USERS] users, drawn at random: each is ranked for over the whole catalogue, and for all users
/// of a large database that would take longer than the training. The mean over so many is known to about half a
/// hundredth.
final class HeldOutSplit {
    /// Users with fewer positives keep them all.
    private static final int FEWEST = 5;
    static final int MOST_USERS = 5_000;

    private HeldOutSplit() {}

    /// @param share of each drawn user's positives, at least one
    static EvaluationSplit of(InteractionSet all, double share, long seed) {
        int users = all.userCount();
        BitSet drawn = draw(all, seed);
        int[] keptStarts = new int[users + 1];
        int[] heldStarts = new int[users + 1];
        int[] keptItems = new int[all.interactionCount()];
        long[] keptTimes = new long[all.interactionCount()];
        int[] heldItems = new int[all.interactionCount()];
        for (int user = 0; user < users; user++) {
            int start = all.rowStarts()[user];
            int end = all.rowStarts()[user + 1];
            int held = drawn.get(user) ? Math.max(1, (int) Math.round(share * (end - start))) : 0;
            int kept = end - start - held;
            System.arraycopy(all.items(), start, keptItems, keptStarts[user], kept);
            System.arraycopy(all.epochSeconds(), start, keptTimes, keptStarts[user], kept);
            System.arraycopy(all.items(), start + kept, heldItems, heldStarts[user], held);
            keptStarts[user + 1] = keptStarts[user] + kept;
            heldStarts[user + 1] = heldStarts[user] + held;
        }
        InteractionSet training = new InteractionSet(
                keptStarts,
                Arrays.copyOf(keptItems, keptStarts[users]),
                Arrays.copyOf(keptTimes, keptStarts[users]),
                all.videos(),
                all.userKeys());
        return new EvaluationSplit("newest", training, heldStarts, Arrays.copyOf(heldItems, heldStarts[users]));
    }

    /// Selection sampling: each of the users with enough positives is drawn with the same probability (Knuth, The
    /// Art of Computer Programming 2, algorithm S).
    private static BitSet draw(InteractionSet all, long seed) {
        BitSet eligible = new BitSet(all.userCount());
        for (int user = 0; user < all.userCount(); user++) {
            eligible.set(user, all.rowStarts()[user + 1] - all.rowStarts()[user] >= FEWEST);
        }
        int left = eligible.cardinality();
        int wanted = Math.min(left, MOST_USERS);
        SplittableRandom random = new SplittableRandom(seed);
        for (int user = eligible.nextSetBit(0); user >= 0; user = eligible.nextSetBit(user + 1)) {
            boolean taken = random.nextInt(left) < wanted;
            eligible.set(user, taken);
            wanted -= taken ? 1 : 0;
            left--;
        }
        return eligible;
    }
}
