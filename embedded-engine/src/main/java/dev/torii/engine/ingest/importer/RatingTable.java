package dev.torii.engine.ingest.importer;

import java.util.List;

/// Ratings as columns, one row a rating, in the order of the file: some tens of bytes a rating, so that data sets
/// of tens of millions fit.
///
/// Users and items are numbered in the order of their first appearance; `userKeys` and `itemKeys` hold their ids in
/// the file.
public final class RatingTable {
    private final List<String> userKeys;
    private final List<String> itemKeys;
    private final int[] users;
    private final int[] items;
    private final float[] values;
    private final long[] epochSeconds;

    RatingTable(
            List<String> userKeys,
            List<String> itemKeys,
            int[] users,
            int[] items,
            float[] values,
            long[] epochSeconds) {
        this.userKeys = List.copyOf(userKeys);
        this.itemKeys = List.copyOf(itemKeys);
        this.users = users;
        this.items = items;
        this.values = values;
        this.epochSeconds = epochSeconds;
    }

    /// Number of ratings.
    public int size() {
        return users.length;
    }

    /// Ids of the users in the file, by user number.
    public List<String> userKeys() {
        return userKeys;
    }

    /// Ids of the items in the file, by item number.
    public List<String> itemKeys() {
        return itemKeys;
    }

    /// User number of a row.
    public int user(int row) {
        return users[row];
    }

    /// Item number of a row.
    public int item(int row) {
        return items[row];
    }

    /// The rating; NaN where the file has no ratings.
    public float value(int row) {
        return values[row];
    }

    /// When it was given; 0 where the file has no times.
    public long epochSeconds(int row) {
        return epochSeconds[row];
    }

    /// Whether the row counts as liked: rated `minRating` or higher, or in a file without ratings.
    public boolean isPositive(int row, double minRating) {
        return Float.isNaN(values[row]) || values[row] >= minRating;
    }
}
