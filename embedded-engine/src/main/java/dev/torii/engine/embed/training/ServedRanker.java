package dev.torii.engine.embed.training;

import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.engine.evaluate.EvaluationSplit;
import dev.torii.engine.evaluate.Ranker;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Towers of the registry as a recommender of the evaluation, as they would answer for histories of which they
/// know nothing.
final class ServedRanker implements Ranker {
    private static final int BATCH = 256;

    private final float[][] videos;
    private final float[][] users;

    private ServedRanker(float[][] videos, float[][] users) {
        this.videos = videos;
        this.users = users;
    }

    /// Encodes the videos and the users that are ranked for, and closes `towers`.
    static ServedRanker of(TowerModel towers, EvaluationSplit split) {
        InteractionSet training = split.training();
        int[] ranked = split.rankedUsers();
        try (towers) {
            float[][] users = new float[training.userCount()][];
            for (int from = 0; from < ranked.length; from += BATCH) {
                int[] batch = Arrays.copyOfRange(ranked, from, Math.min(ranked.length, from + BATCH));
                float[][] vectors = towers.encodeUsers(IntStream.of(batch)
                        .mapToObj(user -> history(training, user))
                        .toList());
                for (int i = 0; i < batch.length; i++) {
                    users[batch[i]] = vectors[i];
                }
            }
            return new ServedRanker(towers.encodeVideos(training.videos()), users);
        }
    }

    private static List<HistoryEntry> history(InteractionSet training, int user) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (int at = training.rowStarts()[user + 1] - 1; at >= training.rowStarts()[user]; at--) {
            entries.add(new HistoryEntry(
                    training.videos().get(training.items()[at]),
                    InteractionKind.LIKE,
                    1,
                    Instant.ofEpochSecond(training.epochSeconds()[at])));
        }
        return entries;
    }

    @Override
    public void score(int user, float[] scores) {
        float[] vector = users[user];
        for (int item = 0; item < scores.length; item++) {
            float sum = 0;
            float[] video = videos[item];
            for (int i = 0; i < vector.length; i++) {
                sum += vector[i] * video[i];
            }
            scores[item] = sum;
        }
    }
}
