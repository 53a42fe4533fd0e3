package dev.torii.engine.ingest.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The generated catalogue: a function of its size and the seed. `docs/sample-catalogue.md` describes the model.
final class SampleCatalogue {
    /// The moment at which the sample's history ends.
    static final Instant END = Instant.parse("2025-10-01T00:00:00Z");

    private static final Instant START = Instant.parse("2012-01-01T00:00:00Z");
    private static final double SHARE_IN_SERIES = 0.45;

    private final SampleWorld world;
    private final List<SampleSeries> series = new ArrayList<>();
    private final List<SampleVideo> videos;

    SampleCatalogue(int size, long seed) {
        Draw draw = new Draw(seed);
        this.world = new SampleWorld(size, draw);
        this.videos = inOrderOfRelease(generate(size, draw));
    }

    SampleWorld world() {
        return world;
    }

    List<SampleSeries> series() {
        return series;
    }

    /// In the order of release.
    List<SampleVideo> videos() {
        return videos;
    }

    private List<SampleVideo> generate(int size, Draw draw) {
        SampleTitles titles = new SampleTitles();
        List<SampleVideo> all = new ArrayList<>(size);
        while (all.size() < size) {
            if (draw.chance(SHARE_IN_SERIES / 5)) { // a series has five episodes or so
                addSeries(size - all.size(), titles, all, draw);
            } else {
                all.add(alone(titles, draw));
            }
        }
        return all;
    }

    private void addSeries(int room, SampleTitles titles, List<SampleVideo> all, Draw draw) {
        int genre = genre(draw);
        SampleSeries made = new SampleSeries(
                series.size(),
                titles.next(genre, draw),
                genre,
                neighbour(genre, draw),
                world.maker(genre, draw),
                world.director(genre, draw),
                world.cast(genre, 2 + draw.below(3), draw),
                draw.normal());
        series.add(made);
        int episodes = Math.min(room, 2 + (int) (3 * draw.exponential()));
        Instant released = moment(draw);
        double fame = StrictMath.exp(0.9 * draw.normal());
        for (int episode = 1; episode <= episodes && released.isBefore(END); episode++) {
            all.add(episode(made, episode, released, fame, draw));
            released = released.plus(Duration.ofDays(28L + draw.below(60)));
        }
    }

    private static SampleVideo episode(SampleSeries series, int episode, Instant released, double fame, Draw draw) {
        SampleGenre genre = SampleGenres.ALL.get(series.genre());
        double quality = 0.8 * series.quality() + 0.6 * draw.normal();
        return new SampleVideo(
                0,
                series.title() + " 第" + episode + "巻",
                series.genre() == series.second() ? List.of(series.genre()) : List.of(series.genre(), series.second()),
                series.maker(),
                series.director(),
                series.cast(),
                series.number(),
                episode,
                minutes(genre, draw),
                price(genre, released, draw),
                quality,
                fame * StrictMath.exp(0.4 * quality) * StrictMath.pow(episode, -0.3),
                released);
    }

    private SampleVideo alone(SampleTitles titles, Draw draw) {
        int main = genre(draw);
        SampleGenre genre = SampleGenres.ALL.get(main);
        Set<Integer> others = new TreeSet<>();
        for (int i = draw.below(3); i > 0; i--) {
            others.add(neighbour(main, draw));
        }
        others.remove(main);
        List<Integer> genres = new ArrayList<>(List.of(main));
        genres.addAll(others);
        double quality = draw.normal();
        Instant released = moment(draw);
        return new SampleVideo(
                0,
                titles.next(main, draw),
                List.copyOf(genres),
                world.maker(main, draw),
                world.director(main, draw),
                world.cast(main, 1 + draw.below(4), draw),
                -1,
                0,
                minutes(genre, draw),
                price(genre, released, draw),
                quality,
                StrictMath.exp(0.9 * draw.normal() + 0.4 * quality),
                released);
    }

    private static List<SampleVideo> inOrderOfRelease(List<SampleVideo> unordered) {
        List<SampleVideo> sorted = new ArrayList<>(unordered);
        sorted.sort(Comparator.comparing(SampleVideo::releasedAt).thenComparing(SampleVideo::title));
        List<SampleVideo> numbered = new ArrayList<>(sorted.size());
        for (SampleVideo v : sorted) {
            numbered.add(new SampleVideo(
                    numbered.size(),
                    v.title(),
                    v.genres(),
                    v.maker(),
                    v.director(),
                    v.performers(),
                    v.series(),
                    v.episode(),
                    v.minutes(),
                    v.price(),
                    v.quality(),
                    v.popularity(),
                    v.releasedAt()));
        }
        return List.copyOf(numbered);
    }

    private static int genre(Draw draw) {
        return draw.weighted(
                SampleGenres.ALL.stream().mapToDouble(SampleGenre::weight).toArray());
    }

    /// Mostly a genre that likes to stand beside the main one, sometimes any.
    private static int neighbour(int genre, Draw draw) {
        return draw.chance(0.8)
                ? draw.one(SampleGenres.ALL.get(genre).neighbours())
                : draw.below(SampleGenres.ALL.size());
    }

    /// More videos come out in later years.
    private static Instant moment(Draw draw) {
        long span = Duration.between(START, END).toDays();
        long day = (long) (span * StrictMath.sqrt(draw.uniform()));
        return START.plus(Duration.ofDays(day));
    }

    private static int minutes(SampleGenre genre, Draw draw) {
        return Math.max(10, (int) StrictMath.round(genre.minutes() * StrictMath.exp(0.2 * draw.normal())));
    }

    /// Newer ones cost more; prices end on 80 yen.
    private static int price(SampleGenre genre, Instant released, Draw draw) {
        double age = Duration.between(released, END).toDays() / 365.0;
        double yen = genre.price() * StrictMath.exp(0.25 * draw.normal()) * (0.55 + 0.45 * StrictMath.exp(-age / 3));
        return (int) (100 * Math.max(3, StrictMath.round(yen / 100))) - 20;
    }
}
