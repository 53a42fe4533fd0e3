package dev.torii.engine.recommend;

import dev.torii.engine.evaluate.linear.LinearModel;
import dev.torii.engine.evaluate.linear.LinearWeights;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The catalogue as the linear model scores it: content and numbers of likes, without towers and vectors.
final class SimpleCatalogue {
    private static final long SEED = 7;

    private final List<UUID> ids;
    private final Map<UUID, Integer> rows;
    private final LinearModel model;

    private SimpleCatalogue(List<UUID> ids, Map<UUID, Integer> rows, LinearModel model) {
        this.ids = ids;
        this.rows = rows;
        this.model = model;
    }

    /// @param weights as a version keeps them; learned from `data` when they are missing or cannot be used
    static SimpleCatalogue of(InteractionSet data, Map<String, Double> weights) {
        List<UUID> ids = new ArrayList<>(data.itemCount());
        Map<UUID, Integer> rows = new HashMap<>();
        for (Video video : data.videos()) {
            rows.put(video.id(), ids.size());
            ids.add(video.id());
        }
        return new SimpleCatalogue(ids, rows, model(data, weights));
    }

    private static LinearModel model(InteractionSet data, Map<String, Double> weights) {
        try {
            return new LinearModel(LinearModel.contentOf(data), data.itemCounts(), LinearWeights.of(weights));
        } catch (IllegalArgumentException e) {
            return LinearModel.fit(data, SEED, JobContext.unwatched());
        }
    }

    int size() {
        return ids.size();
    }

    UUID id(int row) {
        return ids.get(row);
    }

    /// The scores of all videos, by row.
    ///
    /// @param liked videos of the history; those that the catalogue does not hold say nothing
    float[] scores(Collection<Video> liked) {
        int[] history = liked.stream()
                .map(video -> rows.get(video.id()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] scores = new float[ids.size()];
        model.score(history, 0, history.length, scores);
        return scores;
    }
}
