package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.embed.towers.TowerShape;
import dev.torii.engine.embed.towers.TowerWeights;
import dev.torii.engine.embed.towers.TrainingGraph;
import java.util.List;

/// Towers fresh from training, still in the session that trained them.
public final class TrainedTowers implements AutoCloseable {
    private static final int BATCH = 512;

    private final TowerShape shape;
    private final FeatureExtractor extractor;
    private final TowerTables tables;
    private final TrainingGraph graph;
    private final Figures figures;

    /// How the training went.
    ///
    /// @param loss smoothed, at the end
    public record Figures(double loss, double examplesPerSecond) {}

    TrainedTowers(
            TowerShape shape, FeatureExtractor extractor, TowerTables tables, TrainingGraph graph, Figures figures) {
        this.shape = shape;
        this.extractor = extractor;
        this.tables = tables;
        this.graph = graph;
        this.figures = figures;
    }

    public Figures figures() {
        return figures;
    }

    public TowerShape shape() {
        return shape;
    }

    /// The features that the towers were trained on.
    public FeatureExtractor extractor() {
        return extractor;
    }

    /// All weights, for saving.
    public TowerWeights weights() {
        return new TowerWeights(
                shape,
                tables.itemIds().values(),
                tables.historyIds().values(),
                tables.content().values(),
                graph.denseParameters());
    }

    /// Vectors of videos, row-major [n, dimension], rows of length 1.
    public float[] items(List<VideoFeatures> videos) {
        float[] vectors = new float[videos.size() * shape.dimension()];
        for (int from = 0; from < videos.size(); from += BATCH) {
            List<VideoFeatures> part = videos.subList(from, Math.min(videos.size(), from + BATCH));
            float[] encoded = encodeItems(part);
            System.arraycopy(encoded, 0, vectors, from * shape.dimension(), encoded.length);
        }
        return vectors;
    }

    private float[] encodeItems(List<VideoFeatures> videos) {
        SparseRows.Builder slots = new SparseRows.Builder(videos.size(), videos.size());
        SparseRows.Builder tokens = new SparseRows.Builder(videos.size(), 64 * videos.size());
        float[] numeric = new float[videos.size() * shape.numericWidth()];
        for (int row = 0; row < videos.size(); row++) {
            VideoFeatures video = videos.get(row);
            slots.add(video.slot(), 1).endRow();
            addAll(tokens, video.tokens(), video.weights());
            System.arraycopy(video.numeric(), 0, numeric, row * shape.numericWidth(), shape.numericWidth());
        }
        return graph.items(
                slots.build().times(tables.itemIds().values(), shape.dimension()),
                tokens.build().times(tables.content().values(), shape.contentWidth()),
                numeric);
    }

    /// Vectors of users, row-major [n, dimension], rows of length 1.
    public float[] users(List<UserFeatures> users) {
        float[] vectors = new float[users.size() * shape.dimension()];
        for (int from = 0; from < users.size(); from += BATCH) {
            List<UserFeatures> part = users.subList(from, Math.min(users.size(), from + BATCH));
            float[] encoded = encodeUsers(part);
            System.arraycopy(encoded, 0, vectors, from * shape.dimension(), encoded.length);
        }
        return vectors;
    }

    private float[] encodeUsers(List<UserFeatures> users) {
        SparseRows.Builder slots = new SparseRows.Builder(users.size(), 64 * users.size());
        SparseRows.Builder tokens = new SparseRows.Builder(users.size(), 64 * users.size());
        int numbers = shape.userNumericWidth();
        float[] numeric = new float[users.size() * numbers];
        for (int row = 0; row < users.size(); row++) {
            UserFeatures user = users.get(row);
            addAll(slots, user.slots(), user.slotWeights());
            addAll(tokens, user.tokens(), user.tokenWeights());
            System.arraycopy(user.numeric(), 0, numeric, row * numbers, numbers);
        }
        return graph.users(
                slots.build().times(tables.historyIds().values(), shape.dimension()),
                tokens.build().times(tables.content().values(), shape.contentWidth()),
                numeric);
    }

    private static void addAll(SparseRows.Builder rows, int[] columns, float[] weights) {
        for (int k = 0; k < columns.length; k++) {
            rows.add(columns[k], weights[k]);
        }
        rows.endRow();
    }

    @Override
    public void close() {
        graph.close();
    }
}
