package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Rankers over towers that are still open: the score is the product of the user's and the video's vector. They
/// hold vectors alone, and outlive the towers.
public final class TowerRankers {
    private static final int PART = 4_096;

    private TowerRankers() {}

    /// Scores with the vectors that `towers` give to the videos and histories of `training`.
    public static Ranker twoTower(TrainedTowers towers, InteractionSet training) {
        return ranker(towers, training, everybody(training), video -> video);
    }

    /// The same for the users that a split ranks for, and nobody else: of a large database they are few.
    static Ranker twoTower(TrainedTowers towers, EvaluationSplit split) {
        return ranker(towers, split.training(), split.rankedUsers(), video -> video);
    }

    /// The same with the ids of the videos that are ranked hidden: each speaks through what it is made of alone, so
    /// that one that nobody liked yet is ranked on equal terms. The histories keep theirs, since what somebody
    /// likes is no secret: for videos that are new that ranks better by a tenth.
    public static Ranker content(TrainedTowers towers, InteractionSet training) {
        return ranker(towers, training, everybody(training), VideoFeatures::withoutId);
    }

    private static int[] everybody(InteractionSet training) {
        return IntStream.range(0, training.userCount()).toArray();
    }

    /// @param shown what the item tower sees of each video
    private static Ranker ranker(
            TrainedTowers towers, InteractionSet training, int[] ranked, UnaryOperator<VideoFeatures> shown) {
        VideoVectors videos = new VideoVectors(towers, training);
        int[] rowOf = new int[training.userCount()];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < ranked.length; row++) {
            rowOf[ranked[row]] = row;
        }
        float[] users = users(towers, training, videos, ranked);
        float[] items = videos.all(shown);
        int dimension = towers.shape().dimension();
        return (user, scores) -> {
            int row = rowOf[user];
            if (row < 0) {
                throw new IllegalArgumentException("user " + user + " is not ranked for");
            }
            for (int item = 0; item < training.itemCount(); item++) {
                scores[item] = product(users, row * dimension, items, item * dimension, dimension);
            }
        };
    }

    private static float[] users(TrainedTowers towers, InteractionSet training, VideoVectors videos, int[] ranked) {
        int dimension = towers.shape().dimension();
        float[] vectors = new float[Math.multiplyExact(ranked.length, dimension)];
        for (int from = 0; from < ranked.length; from += PART) {
            int[] part = Arrays.copyOfRange(ranked, from, Math.min(ranked.length, from + PART));
            float[] encoded = towers.users(histories(towers, training, videos, part));
            System.arraycopy(encoded, 0, vectors, from * dimension, encoded.length);
        }
        return vectors;
    }

    private static List<UserFeatures> histories(
            TrainedTowers towers, InteractionSet training, VideoVectors videos, int[] users) {
        HistoryFeatures features = new HistoryFeatures(towers.extractor());
        int limit = towers.extractor().settings().historyLimit();
        List<UserFeatures> histories = new ArrayList<>(users.length);
        for (int user : users) {
            int end = training.rowStarts()[user + 1];
            int first = Math.max(training.rowStarts()[user], end - limit);
            List<VideoFeatures> liked = new ArrayList<>(end - first);
            long[] times = new long[end - first];
            for (int k = first; k < end; k++) {
                liked.add(videos.features(training.items()[k]));
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
