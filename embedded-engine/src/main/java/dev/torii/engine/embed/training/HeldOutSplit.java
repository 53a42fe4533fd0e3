package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.BitSet;

/// Holds out the newest positives of each user to measure a training run.
///
/// By user, and not at one moment for all: where most users come once and never again, one moment leaves hardly
/// anybody who has something before and after it, and the gate would judge by chance. Of at most
/// [UserDraw#MOST_USERS] users.
final class HeldOutSplit {
    /// Users with fewer positives keep them all.
    static final int FEWEST = 5;
    static final String NAME = "newest";

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
        return new EvaluationSplit(NAME, training, heldStarts, Arrays.copyOf(heldItems, heldStarts[users]));
    }

    /// The users with enough positives, or a draw of them.
    private static BitSet draw(InteractionSet all, long seed) {
        BitSet eligible = new BitSet(all.userCount());
        for (int user = 0; user < all.userCount(); user++) {
            eligible.set(user, all.rowStarts()[user + 1] - all.rowStarts()[user] >= FEWEST);
        }
        return UserDraw.of(eligible, all.itemCount(), seed);
    }
}
