package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureSettings;
import dev.torii.engine.embed.features.HistoryWeights;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.people.InteractionSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A training set as the trainer reads it: features of all videos, and the weighted histories of all users.
final class TrainingMatrices {
    private final InteractionSet data;
    private final FeatureSettings settings;
    private final List<VideoFeatures> features;
    private final float[] entryWeights;
    private final double[] squares;
    private final SparseRows itemTokens;
    private final SparseRows itemTerms;
    private final SparseRows historySlots;
    private final SparseRows historyTerms;

    TrainingMatrices(InteractionSet data, FeatureExtractor extractor) {
        this.data = data;
        this.settings = extractor.settings();
        this.features = data.videos().stream().map(extractor::extract).toList();
        this.entryWeights = new float[data.interactionCount()];
        this.squares = new double[data.userCount()];
        weighHistories(settings.halfLifeDays());
        this.itemTokens = tokens(false);
        this.itemTerms = tokens(true);
        this.historySlots = buildHistorySlots();
        this.historyTerms = buildHistoryTerms();
    }

    private void weighHistories(double halfLifeDays) {
        for (int user = 0; user < data.userCount(); user++) {
            int end = data.rowStarts()[user + 1];
            for (int k = first(user); k < end; k++) {
                entryWeights[k] =
                        HistoryWeights.weight(data.epochSeconds()[k], data.epochSeconds()[end - 1], halfLifeDays);
                squares[user] += (double) entryWeights[k] * entryWeights[k];
            }
        }
    }

    private SparseRows tokens(boolean termsOnly) {
        SparseRows.Builder rows = new SparseRows.Builder(features.size(), 32 * features.size());
        for (VideoFeatures video : features) {
            int count = termsOnly ? video.termTokens() : video.tokens().length;
            for (int t = 0; t < count; t++) {
                rows.add(video.tokens()[t], video.weights()[t]);
            }
            rows.endRow();
        }
        return rows.build();
    }

    private SparseRows buildHistorySlots() {
        SparseRows.Builder rows = new SparseRows.Builder(data.userCount(), data.interactionCount());
        for (int user = 0; user < data.userCount(); user++) {
            for (int k = data.rowStarts()[user]; k < data.rowStarts()[user + 1]; k++) {
                int slot = slot(data.items()[k]);
                if (slot > 0 && entryWeights[k] > 0) {
                    rows.add(slot, entryWeights[k]);
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private SparseRows buildHistoryTerms() {
        SparseRows.Builder rows = new SparseRows.Builder(data.userCount(), 32 * data.userCount());
        for (int user = 0; user < data.userCount(); user++) {
            Map<Integer, Float> pooled = new TreeMap<>();
            for (int k = data.rowStarts()[user]; k < data.rowStarts()[user + 1]; k++) {
                int item = data.items()[k];
                for (int t = itemTerms.starts()[item]; t < itemTerms.starts()[item + 1]; t++) {
                    pooled.merge(
                            itemTerms.columns()[t], entryWeights[k] * itemTerms.weights()[t], Float::sum);
                }
            }
            pooled.forEach(rows::add);
            rows.endRow();
        }
        return rows.build();
    }

    InteractionSet data() {
        return data;
    }

    VideoFeatures features(int item) {
        return features.get(item);
    }

    int slot(int item) {
        return features.get(item).slot();
    }

    /// Weight of interaction `k` in its user's history; 0 beyond the history limit.
    float entryWeight(int k) {
        return entryWeights[k];
    }

    /// Sum of the squares of the weights of a user's history.
    double squares(int user) {
        return squares[user];
    }

    /// The numbers of a user's whole history.
    UserNumbers numbers(int user) {
        UserNumbers numbers = new UserNumbers(settings);
        for (int k = first(user); k < data.rowStarts()[user + 1]; k++) {
            numbers.add(features.get(data.items()[k]).genres(), entryWeights[k]);
        }
        return numbers;
    }

    /// Writes the columns of a user's numbers as they are without interaction `k`.
    void writeNumbers(UserNumbers numbers, int user, int k, float[] to, int at) {
        int last = data.rowStarts()[user + 1] - 1;
        int newest = last == k ? k - 1 : last;
        int oldest = first(user);
        while (oldest < newest && (oldest == k || data.epochSeconds()[oldest] <= 0)) {
            oldest++; // unknown times come first
        }
        int[] genres = features.get(data.items()[k]).genres();
        boolean counts = k >= first(user);
        if (counts) {
            numbers.remove(genres, entryWeights[k]);
        }
        numbers.write(data.epochSeconds()[oldest], data.epochSeconds()[newest], to, at);
        if (counts) {
            numbers.add(genres, entryWeights[k]);
        }
    }

    private int first(int user) {
        return Math.max(data.rowStarts()[user], data.rowStarts()[user + 1] - settings.historyLimit());
    }

    /// [items, content buckets] all tokens of each video.
    SparseRows itemTokens() {
        return itemTokens;
    }

    /// [items, content buckets] the tokens of each video's terms.
    SparseRows itemTerms() {
        return itemTerms;
    }

    /// [users, slots] weighted histories.
    SparseRows historySlots() {
        return historySlots;
    }

    /// [users, content buckets] weighted histories through their terms.
    SparseRows historyTerms() {
        return historyTerms;
    }
}
