package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;

/// Holds out the newest positives of each user to measure a training run.
///
/// By user, and not at one moment for all: where most users come once and never again, one moment leaves hardly
/// anybody who has something before and after it, and the gate would judge by chance. For a measurement without
/// any look ahead there is the evaluation's split by time.
final class HeldOutSplit {
    /// Users with fewer positives keep them all.
    private static final int FEWEST = 5;

    private HeldOutSplit() {}

    /// @param share of each user's positives, at least one
    static EvaluationSplit of(InteractionSet all, double share) {
        int users = all.userCount();
        int[] keptStarts = new int[users + 1];
        int[] heldStarts = new int[users + 1];
        int[] keptItems = new int[all.interactionCount()];
        long[] keptTimes = new long[all.interactionCount()];
        int[] heldItems = new int[all.interactionCount()];
        for (int user = 0; user < users; user++) {
            int start = all.rowStarts()[user];
            int end = all.rowStarts()[user + 1];
            int held = end - start < FEWEST ? 0 : Math.max(1, (int) Math.round(share * (end - start)));
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
}
