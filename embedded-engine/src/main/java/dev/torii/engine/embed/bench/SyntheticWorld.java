package dev.torii.engine.embed.bench;

import dev.torii.engine.catalog.PackedVideos;
import dev.torii.engine.catalog.VideoPacker;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A reproducible world to measure with: popularity falls by Zipf's law inside each taste, every user has three
/// tastes and strays now and then, and a few users like very much. The data has the form in which a training
/// reads it from the database: a packed catalogue and primitive rows.
public final class SyntheticWorld {
    private static final double ZIPF = 0.9;
    private static final double STRAYING = 0.15;
    private static final long FIRST_SECOND = 1_600_000_000L;
    private static final double SPREAD = 1.1;

    private final SyntheticSize size;
    private final PackedVideos videos;
    private final int[] lastUser;

    private SyntheticWorld(SyntheticSize size, PackedVideos videos) {
        this.size = size;
        this.videos = videos;
        this.lastUser = new int[size.videos()];
        Arrays.fill(lastUser, -1);
    }

    /// Makes the videos, then the users.
    public static InteractionSet of(SyntheticSize size, JobContext context) {
        context.begin("bench.generate", size.videos(), "videos");
        SyntheticVideos source = new SyntheticVideos(size.seed());
        VideoPacker packer = new VideoPacker();
        for (int number = 0; number < size.videos(); number++) {
            packer.add(source.video(number));
            if (number % 10_000 == 0) {
                context.checkCancelled();
                context.progress(number);
            }
        }
        return new SyntheticWorld(size, packer.build()).people(context);
    }

    private InteractionSet people(JobContext context) {
        context.begin("bench.generate", size.users(), "users");
        SplittableRandom random = new SplittableRandom(size.seed());
        int[] starts = new int[size.users() + 1];
        int[] items = new int[size.interactions()];
        long[] seconds = new long[size.interactions()];
        int[] wanted = activities(random.split());
        for (int user = 0; user < size.users(); user++) {
            if (user % 10_000 == 0) {
                context.checkCancelled();
                context.progress(user);
            }
            starts[user + 1] = starts[user] + like(user, items, starts[user], wanted[user], random.split());
            long second = FIRST_SECOND + random.nextInt(100_000_000);
            for (int k = starts[user]; k < starts[user + 1]; k++) {
                seconds[k] = second;
                second += 600 + random.nextInt(200_000);
            }
        }
        int count = starts[size.users()];
        return new InteractionSet(
                starts, Arrays.copyOf(items, count), Arrays.copyOf(seconds, count), videos, keys(size.users()));
    }

    /// How much each user does: log-normal, with the wanted sum.
    private int[] activities(SplittableRandom random) {
        double[] weights = new double[size.users()];
        double sum = 0;
        for (int user = 0; user < weights.length; user++) {
            weights[user] = Math.exp(SPREAD * random.nextGaussian());
            sum += weights[user];
        }
        int[] activities = new int[weights.length];
        double share = 0;
        long given = 0;
        for (int user = 0; user < weights.length; user++) {
            share += weights[user] / sum * size.interactions();
            activities[user] = (int) Math.clamp(Math.round(share) - given, 0, size.videos() / 2);
            given += activities[user];
        }
        return activities;
    }

    private int like(int user, int[] items, int from, int wanted, SplittableRandom random) {
        int[] tastes = {taste(random), taste(random), taste(random)};
        int count = 0;
        for (int attempt = 0; count < wanted && attempt < 4 * wanted && from + count < items.length; attempt++) {
            double way = random.nextDouble();
            int taste = way < STRAYING ? taste(random) : tastes[way < 0.6 ? 0 : way < 0.85 ? 1 : 2];
            int item = popular(taste, random);
            if (lastUser[item] != user) {
                lastUser[item] = user;
                items[from + count++] = item;
            }
        }
        return count;
    }

    private int taste(SplittableRandom random) {
        return random.nextInt(Math.min(SyntheticVideos.TASTES, size.videos()));
    }

    /// A video of a taste, the r-th with probability falling as `1 / r^ZIPF` (inverse of the continuous
    /// distribution).
    private int popular(int taste, SplittableRandom random) {
        int tastes = SyntheticVideos.TASTES;
        int count = (size.videos() - taste + tastes - 1) / tastes;
        double most = Math.pow(count + 1, 1 - ZIPF);
        double rank = Math.pow(1 + random.nextDouble() * (most - 1), 1 / (1 - ZIPF)) - 1;
        return taste + tastes * (int) Math.min(count - 1, rank);
    }

    private static List<String> keys(int users) {
        return new AbstractList<>() {
            @Override
            public String get(int user) {
                return "user " + user;
            }

            @Override
            public int size() {
                return users;
            }
        };
    }
}
