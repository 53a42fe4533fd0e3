package dev.torii.engine;

import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.models.recommendation.Algorithm;
import java.util.EnumMap;
import java.util.Map;

/// The recommenders that an evaluation can fit, by their names.
final class OfflineRankers {
    private OfflineRankers() {}

    static Map<Algorithm, RankerFactory> all() {
        Map<Algorithm, RankerFactory> factories = new EnumMap<>(Algorithm.class);
        factories.put(Algorithm.POPULAR, new Popularity());
        factories.put(Algorithm.ITEM_KNN, ItemKnn.DEFAULT);
        factories.put(Algorithm.EASE, Ease.DEFAULT);
        return factories;
    }
}
