package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.evaluate.RankerFactory;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.recommendation.Algorithm;
import java.util.ArrayList;
import java.util.List;

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
            return ranker(towers, training);
        }
    }

    /// Scores with the vectors that `towers` give to the videos and histories of `training`.
    static Ranker ranker(TrainedTowers towers, InteractionSet training) {
        List<VideoFeatures> videos =
                training.videos().stream().map(towers.extractor()::extract).toList();
        float[] users = towers.users(histories(towers, training, videos));
        float[] items = towers.items(videos);
        int dimension = towers.shape().dimension();
        return (user, scores) -> {
            for (int item = 0; item < videos.size(); item++) {
                scores[item] = product(users, user * dimension, items, item * dimension, dimension);
            }
        };
    }

    private static List<UserFeatures> histories(
            TrainedTowers towers, InteractionSet training, List<VideoFeatures> videos) {
        HistoryFeatures features = new HistoryFeatures(towers.extractor());
        int limit = towers.extractor().settings().historyLimit();
        List<UserFeatures> histories = new ArrayList<>(training.userCount());
        for (int user = 0; user < training.userCount(); user++) {
            int end = training.rowStarts()[user + 1];
            int first = Math.max(training.rowStarts()[user], end - limit);
            List<VideoFeatures> liked = new ArrayList<>(end - first);
            long[] times = new long[end - first];
            for (int k = first; k < end; k++) {
                liked.add(videos.get(training.items()[k]));
                times[k - first] = training.epochSeconds()[k];
            }
            histories.add(features.pool(liked, times));
        }
        return histories;
    }

    private static float product(float[] a, int aStart, float[] b, int bStart, int length) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        for (int i = 0; i + 3 < length; i += 4) {
            sum0 += a[aStart + i] * b[bStart + i];
            sum1 += a[aStart + i + 1] * b[bStart + i + 1];
            sum2 += a[aStart + i + 2] * b[bStart + i + 2];
            sum3 += a[aStart + i + 3] * b[bStart + i + 3];
        }
        for (int i = length - length % 4; i < length; i++) {
            sum0 += a[aStart + i] * b[bStart + i];
        }
        return sum0 + sum1 + sum2 + sum3;
    }
}
