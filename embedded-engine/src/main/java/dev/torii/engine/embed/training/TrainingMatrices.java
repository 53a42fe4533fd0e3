package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureSettings;
import dev.torii.engine.embed.features.HistoryWeights;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.util.List;
import java.util.stream.IntStream;

/// A training set as the trainer reads it: the features of all videos in flat arrays, each video turned into
/// numbers at once when it is read, and how much each interaction counts in its user's history.
final class TrainingMatrices {
    /// Videos whose features are computed in parallel and then packed in order.
    private static final int PART = 4_096;

    private final InteractionSet data;
    private final FeatureSettings settings;
    private final ItemTokens tokens;
    private final int[] slots;
    private final float[] numeric;
    private final GenreRows genres;
    private final float[] entryWeights;

    TrainingMatrices(InteractionSet data, FeatureExtractor extractor) {
        this.data = data;
        this.settings = extractor.settings();
        this.tokens = new ItemTokens(data.itemCount());
        this.slots = new int[data.itemCount()];
        this.numeric = new float[data.itemCount() * FeatureExtractor.NUMERIC_WIDTH];
        this.genres = new GenreRows(data.itemCount());
        this.entryWeights = new float[data.interactionCount()];
        readVideos(extractor);
        weighHistories(settings.halfLifeDays());
    }

    private void readVideos(FeatureExtractor extractor) {
        List<Video> videos = data.videos();
        VideoFeatures[] part = new VideoFeatures[PART];
        for (int from = 0; from < videos.size(); from += PART) {
            int first = from;
            int count = Math.min(PART, videos.size() - from);
            IntStream.range(0, count).parallel().forEach(i -> part[i] = extractor.extract(videos.get(first + i)));
            for (int i = 0; i < count; i++) {
                VideoFeatures video = part[i];
                tokens.add(video.tokens(), video.weights(), video.termTokens());
                slots[first + i] = video.slot();
                System.arraycopy(
                        video.numeric(),
                        0,
                        numeric,
                        (first + i) * FeatureExtractor.NUMERIC_WIDTH,
                        FeatureExtractor.NUMERIC_WIDTH);
                genres.add(video.genres());
            }
        }
    }

    private void weighHistories(double halfLifeDays) {
        for (int user = 0; user < data.userCount(); user++) {
            int end = data.rowStarts()[user + 1];
            for (int k = firstOfHistory(user); k < end; k++) {
                entryWeights[k] =
                        HistoryWeights.weight(data.epochSeconds()[k], data.epochSeconds()[end - 1], halfLifeDays);
            }
        }
    }

    InteractionSet data() {
        return data;
    }

    /// Rows of the content table.
    int contentBuckets() {
        return settings.contentBuckets();
    }

    FeatureSettings settings() {
        return settings;
    }

    /// Row of the id tables; 0: none.
    int slot(int item) {
        return slots[item];
    }

    ItemTokens tokens() {
        return tokens;
    }

    /// Columns of the genres that a video bears.
    int[] genres(int item) {
        return genres.of(item);
    }

    /// Copies the numbers of a video.
    void copyNumeric(int item, float[] to, int at) {
        System.arraycopy(numeric, item * FeatureExtractor.NUMERIC_WIDTH, to, at, FeatureExtractor.NUMERIC_WIDTH);
    }

    /// Weight of interaction `k` in its user's history; 0 beyond the history limit.
    float entryWeight(int k) {
        return entryWeights[k];
    }

    /// The oldest interaction that counts in a user's history.
    int firstOfHistory(int user) {
        return Math.max(data.rowStarts()[user], data.rowStarts()[user + 1] - settings.historyLimit());
    }
}
