package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.recommendation.Algorithm;

/// The two towers as a recommender of the offline evaluation: the score is the product of the user's and the
/// video's vector.
public final class TwoTowerRankerFactory implements RankerFactory {
    private final TrainingSettings settings;

    public TwoTowerRankerFactory(TrainingSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return Algorithm.TWO_TOWER.wireName();
    }

    @Override
    public Ranker fit(InteractionSet training, JobContext context) {
        try (TrainedTowers towers = new TowerTrainer(settings).train(training, "train.epoch", context)) {
            return TowerRankers.twoTower(towers, training);
        }
    }

    /// Trains once and ranks in both ways.
    public TowerPair pair(InteractionSet training, JobContext context) {
        try (TrainedTowers towers = new TowerTrainer(settings).train(training, "train.epoch", context)) {
            return new TowerPair(TowerRankers.twoTower(towers, training), TowerRankers.content(towers, training));
        }
    }

    /// Trains, and ranks with the ids of the ranked videos hidden.
    public Ranker content(InteractionSet training, JobContext context) {
        try (TrainedTowers towers = new TowerTrainer(settings).train(training, "train.epoch", context)) {
            return TowerRankers.content(towers, training);
        }
    }
}
