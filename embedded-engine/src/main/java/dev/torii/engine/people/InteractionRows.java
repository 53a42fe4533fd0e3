package dev.torii.engine.people;

import dev.torii.models.catalog.Video;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grows an [InteractionSet] from rows that come ordered by user and time.
final class InteractionRows {
    private long[] users = new long[2048];
    private int userCount;
    private int[] rowStarts = new int[1024];
    private int[] items = new int[4096];
    private long[] seconds = new long[4096];
    private int size;
    private @Nullable UUID current;

    void add(UUID user, int item, long second) {
        if (!user.equals(current)) {
            current = user;
            if (userCount == rowStarts.length) {
                rowStarts = Arrays.copyOf(rowStarts, userCount * 2);
                users = Arrays.copyOf(users, userCount * 4);
            }
            rowStarts[userCount] = size;
            users[2 * userCount] = user.getMostSignificantBits();
            users[2 * userCount + 1] = user.getLeastSignificantBits();
            userCount++;
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.addExact(size, size >> 1));
            seconds = Arrays.copyOf(seconds, Math.addExact(size, size >> 1));
        }
        items[size] = item;
        seconds[size] = second;
        size++;
    }

    InteractionSet toSet(List<Video> videos) {
        int[] starts = Arrays.copyOf(rowStarts, userCount + 1);
        starts[userCount] = size;
        UserIdTexts keys = new UserIdTexts(Arrays.copyOf(users, 2 * userCount));
        return new InteractionSet(starts, Arrays.copyOf(items, size), Arrays.copyOf(seconds, size), videos, keys);
    }
}
