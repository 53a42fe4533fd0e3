package dev.torii.engine.recommend.companion;

import dev.torii.engine.embed.training.CompanionPlan;
import dev.torii.engine.embed.training.CompanionTrainer;
import dev.torii.engine.embed.training.TowerRankers;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.engine.recommend.hybrid.Blend;
import dev.torii.engine.recommend.hybrid.BlendFitting;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.engine.recommend.hybrid.HoldOut;
import dev.torii.engine.recommend.hybrid.LearnedBlend;
import dev.torii.engine.recommend.hybrid.SharedSignals;
import java.util.EnumMap;
import java.util.Map;

/// Fits the companions of a version: neighbourhoods, EASE, iALS, popularity and the blend of them with the towers.
///
/// @param seed of the draw of users on whom the blend is learned
public record CompanionFitting(long seed) implements CompanionTrainer {

    @Override
    public CompanionPlan measure(EvaluationSplit split, TrainedTowers towers, JobContext context) {
        InteractionSet training = split.training();
        CompanionBudget budget = CompanionBudget.of(training);
        Map<BlendPart, Ranker> rankers = new EnumMap<>(BlendPart.class);
        rankers.put(BlendPart.TWO_TOWER, TowerRankers.twoTower(towers, training));
        if (budget.allows(BlendPart.CONTENT)) {
            rankers.put(BlendPart.CONTENT, TowerRankers.content(towers, training));
        }
        if (budget.allows(BlendPart.EASE)) {
            context.begin("companions.ease", 0, "items");
            rankers.put(BlendPart.EASE, Ease.DEFAULT.fit(training, context));
        }
        if (budget.allows(BlendPart.IALS)) {
            rankers.put(BlendPart.IALS, budget.ials().fit(training, context));
        }
        if (budget.allows(BlendPart.ITEM_KNN)) {
            rankers.put(BlendPart.ITEM_KNN, ItemKnn.DEFAULT.fit(training, context));
        }
        rankers.putAll(SharedSignals.of(training, HoldOut.NEWEST));
        return new FittedCompanions(new BlendFitting(split, rankers, seed, context).fit());
    }

    @Override
    public CompanionPlan unmeasured() {
        return new FittedCompanions(new LearnedBlend(
                Blend.of(BlendPart.TWO_TOWER),
                Map.of(),
                "two_tower answers alone: there were too few users to learn a blend on."));
    }
}
