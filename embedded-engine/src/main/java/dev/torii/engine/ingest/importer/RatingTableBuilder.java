package dev.torii.engine.ingest.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Grows a [RatingTable] row by row.
final class RatingTableBuilder {
    private final Map<String, Integer> userNumbers = new HashMap<>();
    private final Map<String, Integer> itemNumbers = new HashMap<>();
    private final List<String> userKeys = new ArrayList<>();
    private final List<String> itemKeys = new ArrayList<>();
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private float[] values = new float[1024];
    private long[] times = new long[1024];
    private int size;

    void add(String user, String item, float value, long epochSeconds) {
        if (size == users.length) {
            int grown = Math.addExact(size, size >> 1);
            users = Arrays.copyOf(users, grown);
            items = Arrays.copyOf(items, grown);
            values = Arrays.copyOf(values, grown);
            times = Arrays.copyOf(times, grown);
        }
        users[size] = number(user, userNumbers, userKeys);
        items[size] = number(item, itemNumbers, itemKeys);
        values[size] = value;
        times[size] = epochSeconds;
        size++;
    }

    int size() {
        return size;
    }

    RatingTable build() {
        return new RatingTable(
                userKeys,
                itemKeys,
                Arrays.copyOf(users, size),
                Arrays.copyOf(items, size),
                Arrays.copyOf(values, size),
                Arrays.copyOf(times, size));
    }

    private static int number(String key, Map<String, Integer> numbers, List<String> keys) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        numbers.put(key, keys.size());
        keys.add(key);
        return keys.size() - 1;
    }
}
