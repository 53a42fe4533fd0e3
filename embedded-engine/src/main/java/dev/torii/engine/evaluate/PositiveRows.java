package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.util.Arrays;
import java.util.List;

/// Turns pairs in any order into the rows of an [InteractionSet]: by user, by time, each item once (its first
/// time).
final class PositiveRows {
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private long[] times = new long[1024];
    private int size;

    void add(int user, int item, long epochSeconds) {
        if (size == users.length) {
            int grown = Math.addExact(size, size >> 1);
            users = Arrays.copyOf(users, grown);
            items = Arrays.copyOf(items, grown);
            times = Arrays.copyOf(times, grown);
        }
        users[size] = user;
        items[size] = item;
        times[size] = epochSeconds;
        size++;
    }

    InteractionSet build(List<Video> videos, List<String> userKeys) {
        int[] starts = new int[userKeys.size() + 1];
        for (int pair = 0; pair < size; pair++) {
            starts[users[pair] + 1]++;
        }
        for (int user = 0; user < userKeys.size(); user++) {
            starts[user + 1] += starts[user];
        }
        int[] order = new int[size];
        int[] next = starts.clone();
        for (int pair = 0; pair < size; pair++) {
            order[next[users[pair]]++] = pair;
        }
        int[] rowStarts = new int[starts.length];
        int[] rowItems = new int[size];
        long[] rowTimes = new long[size];
        int[] lastUser = new int[videos.size()];
        Arrays.fill(lastUser, -1);
        int end = 0;
        for (int user = 0; user < userKeys.size(); user++) {
            byTime(order, starts[user], starts[user + 1]);
            for (int at = starts[user]; at < starts[user + 1]; at++) {
                int pair = order[at];
                if (lastUser[items[pair]] != user) {
                    lastUser[items[pair]] = user;
                    rowItems[end] = items[pair];
                    rowTimes[end] = times[pair];
                    end++;
                }
            }
            rowStarts[user + 1] = end;
        }
        return new InteractionSet(
                rowStarts, Arrays.copyOf(rowItems, end), Arrays.copyOf(rowTimes, end), videos, userKeys);
    }

    /// Sorts a user's pairs by time, equal times in the order of the data.
    private void byTime(int[] order, int from, int to) {
        long length = Math.max(1, to - from);
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Math.addExact(Math.multiplyExact(times[order[from + i]], length), i);
        }
        Arrays.sort(keys);
        int[] unsorted = Arrays.copyOfRange(order, from, to);
        for (int i = 0; i < keys.length; i++) {
            order[from + i] = unsorted[(int) Math.floorMod(keys[i], length)];
        }
    }
}
