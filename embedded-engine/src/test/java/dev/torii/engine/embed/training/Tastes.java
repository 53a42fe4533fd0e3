package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.Films;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A small world with three tastes: every video is of one genre, every user likes mostly one of them.
public final class Tastes {
    public static final List<String> GENRES = List.of("時代劇", "恋愛", "ホラー");
    /// Videos of each genre that somebody may like; one more of each is liked by nobody.
    private static final int LIKED_OF_A_GENRE = 30;

    public static final int ITEMS = GENRES.size() * (LIKED_OF_A_GENRE + 1);

    private Tastes() {}

    /// The genre of item `item`, 0 to 2.
    public static int genre(int item) {
        return item % GENRES.size();
    }

    /// The taste of user `user`, 0 to 2.
    public static int taste(int user) {
        return user % GENRES.size();
    }

    /// Items that nobody likes, one of each genre in the order of the genres.
    public static int[] unseen() {
        return IntStream.range(ITEMS - GENRES.size(), ITEMS).toArray();
    }

    public static List<Video> videos() {
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> Films.plain("v" + item, "作品" + item, GENRES.get(genre(item))))
                .toList();
    }

    /// Twelve likes of each user, nine in ten of the user's genre.
    public static InteractionSet set(int users, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] starts = new int[users + 1];
        List<Integer> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            TreeSet<Integer> liked = new TreeSet<>();
            while (liked.size() < 12) {
                int genre = random.nextDouble() < 0.9 ? taste(user) : random.nextInt(GENRES.size());
                // the square makes some videos more popular than others
                int rank = (int) (LIKED_OF_A_GENRE * Math.pow(random.nextDouble(), 2));
                liked.add(GENRES.size() * rank + genre);
            }
            List<Integer> order = new ArrayList<>(liked);
            Collections.shuffle(order, new Random(seed + user));
            items.addAll(order);
            starts[user + 1] = items.size();
            keys.add("user " + user);
        }
        long[] times = new long[items.size()];
        for (int k = 0; k < times.length; k++) {
            times[k] = 1_700_000_000L + 3600L * k;
        }
        int[] columns = items.stream().mapToInt(Integer::intValue).toArray();
        return new InteractionSet(starts, columns, times, videos(), keys);
    }

    /// Small towers that train in a second or two.
    public static TrainingSettings settings() {
        return new TrainingSettings(
                7, 15, 128, 32, 0.01, 0.1, 4.0, 32, 0.2, 16, 16, 0, 100, 1000, 0.15, 1, 1_000_000, 0);
    }
}
