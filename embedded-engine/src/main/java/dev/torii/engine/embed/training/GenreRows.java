package dev.torii.engine.embed.training;

import java.util.Arrays;

/// The genre columns of all videos, a byte each.
final class GenreRows {
    private final int[] starts;
    private byte[] columns;
    private int items;

    GenreRows(int expectedItems) {
        starts = new int[expectedItems + 1];
        columns = new byte[Math.max(16, 4 * expectedItems)];
    }

    /// Adds the next video; columns are below 128.
    void add(int[] genres) {
        int at = starts[items];
        if (at + genres.length > columns.length) {
            columns = Arrays.copyOf(columns, Math.max(at + genres.length, at + (at >> 1)));
        }
        for (int genre : genres) {
            columns[at++] = (byte) genre;
        }
        starts[++items] = at;
    }

    int[] of(int item) {
        int[] genres = new int[starts[item + 1] - starts[item]];
        for (int i = 0; i < genres.length; i++) {
            genres[i] = columns[starts[item] + i];
        }
        return genres;
    }
}
