package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.embedding.GateCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Looks at the vectors of some videos and users, drawn with the seed, whether they are sound.
final class VectorSample {
    static final String VIDEOS = "video_vectors";
    static final String USERS = "user_vectors";
    private static final int MOST = 500;

    private VectorSample() {}

    /// One check of videos, one of users that have positives.
    static List<GateCheck> check(TrainedTowers towers, InteractionSet data, long seed) {
        int dimension = towers.shape().dimension();
        int[] videos = draw(IntStream.range(0, data.itemCount()).toArray(), seed);
        int[] users = draw(
                IntStream.range(0, data.userCount())
                        .filter(user -> data.rowStarts()[user + 1] > data.rowStarts()[user])
                        .toArray(),
                seed);
        List<VideoFeatures> drawn = IntStream.of(videos)
                .mapToObj(item -> towers.extractor().extract(data.videos().get(item)))
                .toList();
        return List.of(
                VectorSanity.check(VIDEOS, "videos", towers.items(drawn), dimension),
                VectorSanity.check(USERS, "users", towers.users(histories(towers, data, users)), dimension));
    }

    private static List<UserFeatures> histories(TrainedTowers towers, InteractionSet data, int[] users) {
        HistoryFeatures features = new HistoryFeatures(towers.extractor());
        int limit = towers.extractor().settings().historyLimit();
        List<UserFeatures> histories = new ArrayList<>(users.length);
        for (int user : users) {
            int end = data.rowStarts()[user + 1];
            int first = Math.max(data.rowStarts()[user], end - limit);
            List<VideoFeatures> liked = new ArrayList<>(end - first);
            long[] times = new long[end - first];
            for (int at = first; at < end; at++) {
                liked.add(towers.extractor().extract(data.videos().get(data.items()[at])));
                times[at - first] = data.epochSeconds()[at];
            }
            histories.add(features.pool(liked, times));
        }
        return histories;
    }

    /// The first of a seeded shuffle (Fisher and Yates).
    private static int[] draw(int[] of, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = Math.min(MOST, of.length);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(of.length - i);
            int kept = of[i];
            of[i] = of[other];
            of[other] = kept;
        }
        return Arrays.copyOf(of, count);
    }
}
