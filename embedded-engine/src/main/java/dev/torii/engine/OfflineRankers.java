package dev.torii.engine;

import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.embed.training.TwoTowerRankerFactory;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.engine.recommend.collaborative.Popularity;
import dev.torii.models.recommendation.Algorithm;
import java.util.EnumMap;
import java.util.Map;

/// The recommenders that an evaluation can fit, by their names.
final class OfflineRankers {
    private OfflineRankers() {}

    static Map<Algorithm, RankerFactory> all(EngineConfig config) {
        Map<Algorithm, RankerFactory> factories = new EnumMap<>(Algorithm.class);
        factories.put(Algorithm.POPULAR, new Popularity());
        factories.put(Algorithm.ITEM_KNN, ItemKnn.DEFAULT);
        factories.put(Algorithm.EASE, Ease.DEFAULT);
        factories.put(Algorithm.IALS, Ials.DEFAULT);
        factories.put(Algorithm.TWO_TOWER, new TwoTower(config));
        return factories;
    }

    /// Brings TensorFlow in when the towers are really trained, and not before.
    private record TwoTower(EngineConfig config) implements RankerFactory {
        @Override
        public String name() {
            return Algorithm.TWO_TOWER.wireName();
        }

        @Override
        public Ranker fit(InteractionSet training, JobContext context) {
            TensorFlowRuntime.load(config.serving().nativeDir());
            return new TwoTowerRankerFactory(TrainingSettingsReader.read(config.training(), Map.of()))
                    .fit(training, context);
        }
    }
}
