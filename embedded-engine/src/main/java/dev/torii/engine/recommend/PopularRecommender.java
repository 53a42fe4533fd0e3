package dev.torii.engine.recommend;

import dev.torii.engine.database.Database;
import dev.torii.engine.recommend.collaborative.PopularVideos;
import dev.torii.engine.recommend.collaborative.VideoPopularity;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.people.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The popular videos that pass a filter: the answer for users of whom nothing is known.
final class PopularRecommender {
    private static final int STRETCH = 500;

    private final Database database;
    private final PopularVideos popular;
    private final FilterDao filters = new FilterDao();

    PopularRecommender(Database database, PopularVideos popular) {
        this.database = database;
        this.popular = popular;
    }

    /// Whether anything is popular at all.
    boolean knowsAny() {
        return !ranking().isEmpty();
    }

    /// An empty ranking is not worth keeping: the first data may have come since.
    private List<VideoPopularity> ranking() {
        List<VideoPopularity> kept = popular.ranking();
        return kept.isEmpty() ? popular.refresh() : kept;
    }

    Candidates find(Caller caller, int count, CatalogFilter filter, Set<UUID> excluded) {
        List<VideoPopularity> ranking = ranking();
        return database.asCaller(caller, handle -> {
            long removed = filters.passing(handle, filter, excluded).size();
            long eligible = filters.count(handle, filter) - removed;
            List<Candidates.Scored> chosen = new ArrayList<>();
            for (int from = 0; from < ranking.size() && chosen.size() < count; from += STRETCH) {
                List<VideoPopularity> stretch = ranking.subList(from, Math.min(from + STRETCH, ranking.size())).stream()
                        .filter(video -> !excluded.contains(video.videoId()))
                        .toList();
                Set<UUID> passing = filters.passing(
                        handle,
                        filter,
                        stretch.stream().map(VideoPopularity::videoId).toList());
                stretch.stream()
                        .filter(video -> passing.contains(video.videoId()))
                        .limit(count - chosen.size())
                        .forEach(video -> chosen.add(new Candidates.Scored(video.videoId(), video.score())));
            }
            return new Candidates("popularity", chosen, eligible, removed);
        });
    }
}
