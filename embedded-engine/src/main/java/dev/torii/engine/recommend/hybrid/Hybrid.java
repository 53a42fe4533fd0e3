package dev.torii.engine.recommend.hybrid;

import dev.torii.engine.embed.training.TowerPair;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.models.evaluate.Protocol;
import java.util.EnumMap;
import java.util.Map;

/// The learned blend: holds out a part of the training set, fits all parts on the rest, learns their weights on
/// what was held out, and fits all parts again on everything. Never reads anything but its training set.
///
/// @param towers trains the two towers
/// @param holdOut what resembles the questions to come
/// @param seed of the validation part
public record Hybrid(TowerFit towers, HoldOut holdOut, long seed) implements RankerFactory {
    private static final double SHARE = 0.25;

    @Override
    public String name() {
        return "hybrid";
    }

    /// Files with given tests ask for anything a user likes; the other protocols ask for what comes next.
    @Override
    public RankerFactory under(Protocol protocol) {
        return new Hybrid(towers, protocol == Protocol.FOLDS ? HoldOut.RANDOM : HoldOut.NEWEST, seed);
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        EvaluationSplit split = ValidationPart.of(training, holdOut, SHARE, seed);
        LearnedBlend learned = new BlendFitting(split, parts(split.training(), context), seed, context).fit();
        return new BlendedRanker(learned.blend(), training, parts(training, context));
    }

    private Map<BlendPart, Ranker> parts(InteractionSet training, JobContext context) {
        Map<BlendPart, Ranker> parts = new EnumMap<>(BlendPart.class);
        TowerPair pair = towers.fit(training, context);
        parts.put(BlendPart.TWO_TOWER, pair.twoTower());
        parts.put(BlendPart.CONTENT, pair.content());
        parts.put(BlendPart.IALS, Ials.DEFAULT.fit(training, context));
        parts.put(BlendPart.ITEM_KNN, ItemKnn.DEFAULT.fit(training, context));
        if (Ease.canFit(training)) {
            parts.put(BlendPart.EASE, Ease.DEFAULT.fit(training, context));
        }
        parts.putAll(SharedSignals.of(training, holdOut));
        return parts;
    }
}
