package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.people.InteractionSet;

/// How many users have two items together, counted one item at a time from the rows of the users and their
/// transpose, so that no table of items by items is ever held.
final class Cooccurrence {
    private final InteractionSet training;
    private final SparseRows users;

    Cooccurrence(InteractionSet training) {
        this.training = training;
        this.users = SparseRows.items(training);
    }

    /// How many users have the item.
    int count(int item) {
        return users.size(item);
    }

    /// Writes the users shared with `item` into `counts` (one for each item, zero before) and the items that have
    /// any, `item` itself among them, into `touched`.
    ///
    /// @return how many items were written to `touched`
    int countWith(int item, int[] counts, int[] touched) {
        int size = 0;
        for (int column = users.starts()[item]; column < users.starts()[item + 1]; column++) {
            int user = users.columns()[column];
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
