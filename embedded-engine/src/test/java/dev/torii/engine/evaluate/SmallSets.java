package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import java.util.List;
import java.util.stream.IntStream;

/// Interaction sets written by hand.
public final class SmallSets {
    private SmallSets() {}

    /// Row `u` of the set holds the items of `rows[u]`, one second apart.
    public static InteractionSet of(int items, int[]... rows) {
        PositiveRows builder = new PositiveRows();
        for (int user = 0; user < rows.length; user++) {
            for (int at = 0; at < rows[user].length; at++) {
                builder.add(user, rows[user][at], at + 1L);
            }
        }
        return builder.build(videos(items), users(rows.length));
    }

    static List<Video> videos(int count) {
        return IntStream.range(0, count).mapToObj(SmallSets::video).toList();
    }

    static List<String> users(int count) {
        return IntStream.range(0, count).mapToObj(user -> "user " + user).toList();
    }

    private static Video video(int number) {
        String key = Integer.toString(number);
        return new Video(
                SourceIds.video("test", key),
                "test",
                key,
                null,
                "Film " + key,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
