package dev.torii.engine.embed.training;

import dev.torii.engine.embed.towers.TowerShape;
import java.util.SplittableRandom;

/// The three embedding tables of the towers. The content table serves both towers, the id tables one each.
record TowerTables(EmbeddingTable itemIds, EmbeddingTable historyIds, EmbeddingTable content) {
    /// Small, so that characters and terms which training never met add next to nothing to a new video.
    private static final double CONTENT_DEVIATION = 0.01;

    static TowerTables initial(TowerShape shape, double idDeviation, SplittableRandom random) {
        return new TowerTables(
                new EmbeddingTable(shape.idRows(), shape.dimension(), 1, idDeviation, random),
                new EmbeddingTable(shape.idRows(), shape.dimension(), 1, idDeviation, random),
                new EmbeddingTable(shape.contentBuckets(), shape.contentWidth(), 0, CONTENT_DEVIATION, random));
    }
}
