package dev.torii.engine.recommend.collaborative;

import dev.torii.engine.people.InteractionSet;

/// Who has what, in compressed sparse rows: row `r` holds `columns[starts[r] .. starts[r + 1])`.
///
/// @param starts length rows + 1
/// @param columns the other side of each interaction
record SparseRows(int[] starts, int[] columns) {
    /// A row for each user, holding items.
    static SparseRows users(InteractionSet training) {
        return new SparseRows(training.rowStarts(), training.items());
    }

    /// A row for each item, holding users in rising order.
    static SparseRows items(InteractionSet training) {
        int[] counts = training.itemCounts();
        int[] starts = new int[counts.length + 1];
        for (int item = 0; item < counts.length; item++) {
            starts[item + 1] = starts[item] + counts[item];
        }
        int[] users = new int[training.interactionCount()];
        int[] next = starts.clone();
        for (int user = 0; user < training.userCount(); user++) {
            for (int at = training.rowStarts()[user]; at < training.rowStarts()[user + 1]; at++) {
                users[next[training.items()[at]]++] = user;
            }
        }
        return new SparseRows(starts, users);
    }

    int rowCount() {
        return starts.length - 1;
    }

    /// How many columns the row holds.
    int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /// How many rows hold anything.
    int occupied() {
        int occupied = 0;
        for (int row = 0; row < rowCount(); row++) {
            occupied += size(row) > 0 ? 1 : 0;
        }
        return occupied;
    }
}
