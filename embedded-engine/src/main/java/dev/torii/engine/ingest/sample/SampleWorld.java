package dev.torii.engine.ingest.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The makers, performers and directors of the sample: each has genres in which it works, and a fame.
///
/// Their numbers grow with the catalogue: a maker for each 50 videos (at least 8), a performer for each 7 (at least
/// 20), a director for each 25 (at least 8).
final class SampleWorld {
    private final Craft makers;
    private final Craft performers;
    private final Craft directors;

    SampleWorld(int videos, Draw draw) {
        makers = new Craft(Math.max(8, videos / 50), 0.5, draw);
        performers = new Craft(Math.max(20, videos / 7), 0.4, draw);
        directors = new Craft(Math.max(8, videos / 25), 0.35, draw);
    }

    int performers() {
        return performers.size();
    }

    int maker(int genre, Draw draw) {
        return makers.one(genre, draw);
    }

    int director(int genre, Draw draw) {
        return directors.one(genre, draw);
    }

    /// Up to `size` different performers who play in this genre.
    List<Integer> cast(int genre, int size, Draw draw) {
        Set<Integer> cast = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            cast.add(performers.one(genre, draw));
        }
        return List.copyOf(cast);
    }

    /// Those who do the same work, found by genre in proportion to how much they work in it, and to their fame.
    private static final class Craft {
        private final double[][] sums;

        /// @param concentration the smaller, the fewer genres one works in
        Craft(int count, double concentration, Draw draw) {
            sums = new double[SampleGenres.ALL.size()][count];
            for (int i = 0; i < count; i++) {
                double[] genres = draw.mixture(sums.length, concentration);
                double fame = StrictMath.exp(draw.normal());
                for (int genre = 0; genre < sums.length; genre++) {
                    sums[genre][i] = genres[genre] * fame + (i == 0 ? 0 : sums[genre][i - 1]);
                }
            }
        }

        int size() {
            return sums[0].length;
        }

        int one(int genre, Draw draw) {
            return draw.bySums(sums[genre], size());
        }
    }
}
