package dev.torii.engine.ingest.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An interest that people share: genres, and the makers, performers and series that go with them.
///
/// @param genres how much each genre is liked, about 0 to 1
/// @param makers how much each maker is liked
/// @param performers how much each performer is liked
/// @param series how much each series is liked
record SampleTaste(
        double[] genres, Map<Integer, Double> makers, Map<Integer, Double> performers, Map<Integer, Double> series) {
    private static final int FAVOURITE_GENRES = 3;

    /// A taste whose favourites are drawn at random, and whose favourite makers, performers and series are found by
    /// looking at a few videos of its genres.
    static SampleTaste draw(SampleCatalogue catalogue, int favourites, Draw draw) {
        double[] genres = new double[SampleGenres.ALL.size()];
        int first = draw.below(genres.length);
        genres[first] = 1;
        for (int i = 1; i < FAVOURITE_GENRES; i++) {
            int next =
                    draw.chance(0.6) ? draw.one(SampleGenres.ALL.get(first).neighbours()) : draw.below(genres.length);
            genres[next] = Math.max(genres[next], 0.4 + 0.4 * draw.uniform());
        }
        Map<Integer, Double> makers = new HashMap<>();
        Map<Integer, Double> performers = new HashMap<>();
        Map<Integer, Double> series = new HashMap<>();
        for (SampleVideo video : videosOf(catalogue, genres, favourites, draw)) {
            makers.put(video.maker(), 0.5 + 0.5 * draw.uniform());
            performers.put(draw.one(video.performers()), 0.5 + 0.5 * draw.uniform());
            if (video.series() >= 0) {
                series.put(video.series(), 0.5 + 0.5 * draw.uniform());
            }
        }
        return new SampleTaste(genres, makers, performers, series);
    }

    private static List<SampleVideo> videosOf(SampleCatalogue catalogue, double[] genres, int count, Draw draw) {
        List<SampleVideo> found = new ArrayList<>();
        for (int tries = 0; found.size() < count && tries < 200 * count; tries++) {
            SampleVideo video = draw.one(catalogue.videos());
            if (draw.chance(genres[video.genres().getFirst()])) {
                found.add(video);
            }
        }
        return found;
    }

    /// How well a video fits: the mean of its genres, its maker, its best-liked performer and its series, weighted.
    double fit(SampleVideo video) {
        double genre = 0;
        for (int g : video.genres()) {
            genre += genres[g];
        }
        double performer = 0;
        for (int p : video.performers()) {
            performer = Math.max(performer, performers.getOrDefault(p, 0.0));
        }
        double maker = makers.getOrDefault(video.maker(), 0.0);
        double inSeries = series.getOrDefault(video.series(), 0.0);
        return genre / video.genres().size() + 0.5 * maker + 0.7 * performer + 0.8 * inSeries;
    }
}
