package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.people.InteractionSet;

/// How many users have two items together, counted one item at a time from the rows of the users and their
/// transpose, so that no table of items by items is ever held.
final class Cooccurrence {
    private final InteractionSet training;
    private final int[] columnStarts;
    private final int[] columnUsers;

    Cooccurrence(InteractionSet training) {
        this.training = training;
        int items = training.itemCount();
        int[] counts = training.itemCounts();
        this.columnStarts = new int[items + 1];
        for (int item = 0; item < items; item++) {
            columnStarts[item + 1] = columnStarts[item] + counts[item];
        }
        this.columnUsers = new int[training.interactionCount()];
        int[] next = columnStarts.clone();
        for (int user = 0; user < training.userCount(); user++) {
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                columnUsers[next[training.items()[at]]++] = user;
            }
        }
    }

    /// How many users have the item.
    int count(int item) {
        return columnStarts[item + 1] - columnStarts[item];
    }

    /// Writes the users shared with `item` into `counts` (one for each item, zero before) and the items that have
    /// any, `item` itself among them, into `touched`.
    ///
    /// @return how many items were written to `touched`
    int countWith(int item, int[] counts, int[] touched) {
        int size = 0;
        for (int column = columnStarts[item]; column < columnStarts[item + 1]; column++) {
            int user = columnUsers[column];
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                int other = training.items()[at];
                if (counts[other]++ == 0) {
                    touched[size++] = other;
                }
            }
        }
        return size;
    }

    /// Sets what [#countWith] wrote back to zero.
    static void clear(int[] counts, int[] touched, int size) {
        for (int i = 0; i < size; i++) {
            counts[touched[i]] = 0;
        }
    }
}
