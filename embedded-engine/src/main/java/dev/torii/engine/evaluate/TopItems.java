package dev.torii.engine.evaluate;

import java.util.Arrays;

/// Finds the best few of many scores without sorting them all: a heap of the size of the list whose root is the
/// worst item kept. Equal scores are ordered by item index, so a result depends on the scores alone. Not for use
/// by several threads at once.
public final class TopItems {
    private final int[] items;
    private final float[] scores;
    private int size;

    /// @param capacity how many items a list holds at most
    public TopItems(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a list of " + capacity + " items");
        }
        this.items = new int[capacity];
        this.scores = new float[capacity];
    }

    /// The items of the highest scores, best first; fewer than the capacity when fewer qualify. An item with
    /// score negative infinity never qualifies.
    ///
    /// @throws IllegalStateException when a score is not a number
    public int[] select(float[] all) {
        return select(all, all.length);
    }

    /// The same of `all[0 .. length)`.
    public int[] select(float[] all, int length) {
        size = 0;
        for (int item = 0; item < length; item++) {
            float score = all[item];
            if (score == Float.NEGATIVE_INFINITY) {
                continue;
            }
            if (Float.isNaN(score)) {
                throw new IllegalStateException("the score of item " + item + " is not a number");
            }
            if (size < items.length) {
                append(item, score);
            } else if (score > scores[0]) {
                // An equal score of a later index is worse than the root, so only a higher one enters.
                items[0] = item;
                scores[0] = score;
                siftDown(size);
            }
        }
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            siftDown(end);
        }
        return Arrays.copyOf(items, size);
    }

    private void append(int item, float score) {
        int at = size++;
        items[at] = item;
        scores[at] = score;
        while (at > 0 && worse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void siftDown(int end) {
        int at = 0;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && worse(child + 1, child)) {
                child++;
            }
            if (!worse(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean worse(int left, int right) {
        return scores[left] < scores[right] || (scores[left] == scores[right] && items[left] > items[right]);
    }

    private void swap(int left, int right) {
        int item = items[left];
        float score = scores[left];
        items[left] = items[right];
        scores[left] = scores[right];
        items[right] = item;
        scores[right] = score;
    }
}
