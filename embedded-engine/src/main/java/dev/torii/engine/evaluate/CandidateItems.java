package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Which items a split ranks. Their order decides between equal scores: the earlier one is listed first.
///
/// @param items item indexes, each once
public record CandidateItems(int[] items) {
    /// What occurs in training, in the order of the data.
    public static CandidateItems ofTraining(InteractionSet training) {
        int[] counts = training.itemCounts();
        int[] items = new int[counts.length];
        int size = 0;
        for (int item = 0; item < counts.length; item++) {
            if (counts[item] > 0) {
                items[size++] = item;
            }
        }
        return new CandidateItems(Arrays.copyOf(items, size));
    }

    /// The same items in an order drawn with `seed`: where a recommender has nothing to say, the order of the data
    /// must not speak for it (old and popular items often come first there).
    public CandidateItems shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shuffled = items.clone();
        for (int end = shuffled.length - 1; end > 0; end--) {
            int drawn = random.nextInt(end + 1);
            int item = shuffled[end];
            shuffled[end] = shuffled[drawn];
            shuffled[drawn] = item;
        }
        return new CandidateItems(shuffled);
    }

    /// Both together; no item may be in both.
    CandidateItems and(CandidateItems others) {
        int[] all = Arrays.copyOf(items, items.length + others.items.length);
        System.arraycopy(others.items, 0, all, items.length, others.items.length);
        return new CandidateItems(all);
    }

    public int size() {
        return items.length;
    }

    /// Whether each of `itemCount` items is among them.
    boolean[] mask(int itemCount) {
        boolean[] mask = new boolean[itemCount];
        for (int item : items) {
            mask[item] = true;
        }
        return mask;
    }
}
