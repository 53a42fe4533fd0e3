package dev.torii.engine.recommend;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.recommend.explain.Explainer;
import dev.torii.engine.recommend.explain.Explanation;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Caller;
import dev.torii.models.recommendation.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns candidates into recommendations: reads their videos under the caller's role and explains them.
final class RecommendationReader {
    private final Database database;
    private final VideoDao videos = new VideoDao();

    RecommendationReader(Database database) {
        this.database = database;
    }

    /// A candidate whose video was deleted a moment ago is left out.
    ///
    /// @param explainer null: no reasons are wanted
    List<Recommendation> read(Caller caller, Candidates candidates, @Nullable Explainer explainer) {
        List<Candidates.Scored> ranked = candidates.ranked();
        if (ranked.isEmpty()) {
            return List.of();
        }
        Map<UUID, Video> byId = database
                .asCaller(
                        caller,
                        handle -> videos.findAll(
                                handle,
                                ranked.stream().map(Candidates.Scored::videoId).toList()))
                .stream()
                .map(StoredVideo::video)
                .collect(Collectors.toMap(Video::id, Function.identity()));
        List<Recommendation> recommendations = new ArrayList<>();
        for (Candidates.Scored scored : ranked) {
            Video video = byId.get(scored.videoId());
            if (video != null) {
                Explanation why = explainer == null ? Explanation.NONE : explainer.explain(video);
                recommendations.add(new Recommendation(
                        video,
                        recommendations.size() + 1,
                        scored.score(),
                        scored.parts(),
                        why.causes(),
                        why.sharedTerms()));
            }
        }
        return recommendations;
    }
}
