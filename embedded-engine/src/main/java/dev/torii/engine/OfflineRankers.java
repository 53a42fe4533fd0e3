package dev.torii.engine;

import dev.torii.engine.embed.towers.TensorFlowRuntime;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.embed.training.TwoTowerRankerFactory;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Collaborative;
import dev.torii.engine.recommend.collaborative.DecayedPopularity;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.engine.recommend.hybrid.HoldOut;
import dev.torii.engine.recommend.hybrid.Hybrid;
import dev.torii.models.recommendation.Algorithm;
import java.util.EnumMap;
import java.util.Map;

/// The recommenders that an evaluation can fit, by their names.
final class OfflineRankers {
    private OfflineRankers() {}

    static Map<Algorithm, RankerFactory> all(EngineConfig config) {
        Map<Algorithm, RankerFactory> factories = new EnumMap<>(Algorithm.class);
        factories.put(Algorithm.POPULAR, DecayedPopularity.DEFAULT);
        factories.put(Algorithm.ITEM_KNN, ItemKnn.DEFAULT);
        factories.put(Algorithm.EASE, Ease.DEFAULT);
        factories.put(Algorithm.IALS, Ials.DEFAULT);
        factories.put(Algorithm.COLLABORATIVE, new Collaborative());
        factories.put(Algorithm.TWO_TOWER, new Towers(Algorithm.TWO_TOWER, config));
        factories.put(Algorithm.CONTENT_BASED, new Towers(Algorithm.CONTENT_BASED, config));
        factories.put(
                Algorithm.HYBRID,
                new Hybrid(
                        (training, context) -> trainer(config).pair(training, context),
                        HoldOut.NEWEST,
                        config.training().seed()));
        return factories;
    }

    /// Brings TensorFlow in when the towers are really trained, and not before.
    private static TwoTowerRankerFactory trainer(EngineConfig config) {
        TensorFlowRuntime.load(config.serving().nativeDir());
        return new TwoTowerRankerFactory(TrainingSettingsReader.read(config.training(), Map.of()));
    }

    /// The towers, with their ids or without.
    private record Towers(Algorithm algorithm, EngineConfig config) implements RankerFactory {
        @Override
        public String name() {
            return algorithm.wireName();
        }

        @Override
        public Ranker fit(InteractionSet training, JobContext context) {
            return algorithm == Algorithm.CONTENT_BASED
                    ? trainer(config).content(training, context)
                    : trainer(config).fit(training, context);
        }
    }
}
