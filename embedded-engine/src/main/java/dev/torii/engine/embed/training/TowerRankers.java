package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;
import java.util.ArrayList;
import java.util.List;

/// Rankers over towers that are still open: the score is the product of the user's and the video's vector. They hold
/// vectors alone, and outlive the towers.
public final class TowerRankers {
    private TowerRankers() {}

    /// Scores with the vectors that `towers` give to the videos and histories of `training`.
    public static Ranker twoTower(TrainedTowers towers, InteractionSet training) {
        List<VideoFeatures> videos = features(towers, training);
        return ranker(towers, training, videos, videos);
    }

    /// The same with the ids of the videos that are ranked hidden: each speaks through what it is made of alone, so
    /// that one that nobody liked yet is ranked on equal terms. The histories keep theirs, since what somebody likes
    /// is no secret: for videos that are new that ranks better by a tenth.
    public static Ranker content(TrainedTowers towers, InteractionSet training) {
        List<VideoFeatures> videos = features(towers, training);
        return ranker(
                towers,
                training,
                videos,
                videos.stream().map(VideoFeatures::withoutId).toList());
    }

    private static List<VideoFeatures> features(TrainedTowers towers, InteractionSet training) {
        return training.videos().stream().map(towers.extractor()::extract).toList();
    }

    private static Ranker ranker(
            TrainedTowers towers, InteractionSet training, List<VideoFeatures> liked, List<VideoFeatures> ranked) {
        float[] users = towers.users(histories(towers, training, liked));
        float[] items = towers.items(ranked);
        int dimension = towers.shape().dimension();
        return (user, scores) -> {
            for (int item = 0; item < ranked.size(); item++) {
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
