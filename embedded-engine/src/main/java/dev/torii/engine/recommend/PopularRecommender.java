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
    private static final int FIRST_STRETCH = 500;
    private static final int GROWTH = 4;

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

    /// Looks along the ranking in stretches that grow, and no further than there is anything to be found: a filter
    /// that leaves little or nothing does not cost a statement for every few hundred videos.
    Candidates find(Caller caller, int count, CatalogFilter filter, Set<UUID> excluded) {
        List<VideoPopularity> ranking = ranking();
        return database.asCaller(caller, handle -> {
            long removed = filters.passing(handle, filter, excluded).size();
            long eligible = filters.count(handle, filter) - removed;
            List<Candidates.Scored> chosen = new ArrayList<>();
            long wanted = Math.min(count, eligible);
            int to = 0;
            for (int length = FIRST_STRETCH; to < ranking.size() && chosen.size() < wanted; length *= GROWTH) {
                int from = to;
                to = from + Math.min(length, ranking.size() - from);
                List<VideoPopularity> stretch = ranking.subList(from, to).stream()
                        .filter(video -> !excluded.contains(video.videoId()))
                        .toList();
                Set<UUID> passing = filters.passing(
                        handle,
                        filter,
                        stretch.stream().map(VideoPopularity::videoId).toList());
                stretch.stream()
                        .filter(video -> passing.contains(video.videoId()))
                        .limit(count - chosen.size())
                        .forEach(video ->
                                chosen.add(Candidates.Scored.of("popularity", video.videoId(), video.score())));
            }
            return new Candidates(chosen, eligible, removed);
        });
    }
}
