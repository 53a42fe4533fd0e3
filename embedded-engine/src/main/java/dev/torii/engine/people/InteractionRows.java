package dev.torii.engine.people;

import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grows an [InteractionSet] from rows that come ordered by user and time.
final class InteractionRows {
    private final List<String> users = new ArrayList<>();
    private int[] rowStarts = new int[1024];
    private int[] items = new int[4096];
    private long[] seconds = new long[4096];
    private int size;
    private @Nullable UUID current;

    void add(UUID user, int item, long second) {
        if (!user.equals(current)) {
            current = user;
            if (users.size() == rowStarts.length) {
                rowStarts = Arrays.copyOf(rowStarts, rowStarts.length * 2);
            }
            rowStarts[users.size()] = size;
            users.add(user.toString());
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        items[size] = item;
        seconds[size] = second;
        size++;
    }

    InteractionSet toSet(List<Video> videos) {
        int[] starts = Arrays.copyOf(rowStarts, users.size() + 1);
        starts[users.size()] = size;
        return new InteractionSet(starts, Arrays.copyOf(items, size), Arrays.copyOf(seconds, size), videos, users);
    }
}
