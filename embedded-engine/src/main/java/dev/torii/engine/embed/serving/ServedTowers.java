package dev.torii.engine.embed.serving;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.features.UserFeatures;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.embed.towers.SavedTowers;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Both towers of one model version, answered by DJL from their SavedModels.
///
/// The native memory is freed by [#close], or when the last reference is gone: whoever still encodes with a version
/// that was replaced can finish in peace.
public final class ServedTowers implements TowerModel {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final String ADVICE =
            "Maybe 'torii models rollback' brings back the previous version, or 'torii train' makes a new one.";
    /// Table rows that one call looks up at most, which bounds its memory.
    private static final int ROWS_A_CALL = 16_384;

    private final String version;
    private final int dimension;
    private final FeatureExtractor extractor;
    private final HistoryFeatures histories;
    private final ServedTower itemTower;
    private final ServedTower userTower;
    private final Cleaner.Cleanable cleanable;

    private ServedTowers(
            String version, int dimension, FeatureExtractor extractor, ServedTower itemTower, ServedTower userTower) {
        this.version = version;
        this.dimension = dimension;
        this.extractor = extractor;
        this.histories = new HistoryFeatures(extractor);
        this.itemTower = itemTower;
        this.userTower = userTower;
        this.cleanable = CLEANER.register(this, () -> {
            itemTower.close();
            userTower.close();
        });
    }

    /// Checks the files and loads the towers. TensorFlow must have been loaded before.
    ///
    /// @param files relative path to SHA-256 of every file, from the registry
    /// @throws ToriiException MODEL_DAMAGED when a file is missing, changed or unreadable
    public static ServedTowers load(String version, int dimension, Path folder, Map<String, String> files) {
        List<String> problems = ModelFolder.verify(folder, TowerFiles.towersOf(files));
        if (!problems.isEmpty()) {
            throw damaged(version, String.join(" ", problems), null);
        }
        ServedTower itemTower = null;
        try {
            FeatureExtractor extractor = FeatureFiles.read(folder);
            itemTower = new ServedTower(folder.resolve(SavedTowers.ITEM_TOWER));
            ServedTower userTower = new ServedTower(folder.resolve(SavedTowers.USER_TOWER));
            return new ServedTowers(version, dimension, extractor, itemTower, userTower);
        } catch (IOException | RuntimeException e) {
            if (itemTower != null) {
                itemTower.close();
            }
            throw damaged(version, folder + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /// The error of a version whose files are not what the registry says.
    public static ToriiException damaged(String version, String problems, @Nullable Throwable cause) {
        return new ToriiException(
                ErrorCode.MODEL_DAMAGED, "Model " + version + " is damaged: " + problems, ADVICE, cause);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[][] encodeVideos(List<Video> videos) {
        try {
            return encodeAll(videos);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private float[][] encodeAll(List<Video> videos) {
        float[][] vectors = new float[videos.size()][];
        List<VideoFeatures> features = videos.stream().map(extractor::extract).toList();
        int from = 0;
        while (from < features.size()) {
            int widest = 1;
            int to = from;
            while (to < features.size()) {
                widest = Math.max(widest, features.get(to).tokens().length);
                if (to > from && (to + 1 - from) * widest > ROWS_A_CALL) {
                    break;
                }
                to++;
            }
            split(encodeItems(features.subList(from, to)), vectors, from, to);
            from = to;
        }
        return vectors;
    }

    private float[] encodeItems(List<VideoFeatures> videos) {
        int[] slots = videos.stream().mapToInt(VideoFeatures::slot).toArray();
        PaddedBag tokens = PaddedBag.of(
                videos.stream().map(VideoFeatures::tokens).toList(),
                videos.stream().map(VideoFeatures::weights).toList());
        float[] numeric = rows(videos.stream().map(VideoFeatures::numeric).toList(), FeatureExtractor.NUMERIC_WIDTH);
        return itemTower.predict(batch -> {
            batch.add(SavedTowers.SLOTS, slots, slots.length);
            batch.add(SavedTowers.TOKENS, tokens.indices(), tokens.rows(), tokens.width());
            batch.add(SavedTowers.TOKEN_WEIGHTS, tokens.weights(), tokens.rows(), tokens.width());
            batch.add(SavedTowers.NUMERIC, numeric, slots.length, FeatureExtractor.NUMERIC_WIDTH);
        });
    }

    @Override
    public float[][] encodeUsers(List<List<HistoryEntry>> entries) {
        try {
            return encode(entries.stream().map(histories::of).toList());
        } finally {
            Reference.reachabilityFence(this); // the cleaner must not free what a call still uses
        }
    }

    private float[][] encode(List<UserFeatures> users) {
        float[][] vectors = new float[users.size()][];
        List<Integer> waiting = new ArrayList<>();
        int widest = 1;
        for (int user = 0; user < users.size(); user++) {
            UserFeatures features = users.get(user);
            if (features.isEmpty()) {
                vectors[user] = new float[dimension];
                continue;
            }
            int width = Math.max(features.slots().length, features.tokens().length);
            if (!waiting.isEmpty() && (waiting.size() + 1) * Math.max(widest, width) > ROWS_A_CALL) {
                flush(users, waiting, vectors);
                widest = 1;
            }
            waiting.add(user);
            widest = Math.max(widest, width);
        }
        if (!waiting.isEmpty()) {
            flush(users, waiting, vectors);
        }
        return vectors;
    }

    private void flush(List<UserFeatures> users, List<Integer> waiting, float[][] vectors) {
        List<UserFeatures> rows = waiting.stream().map(users::get).toList();
        PaddedBag slots = PaddedBag.of(
                rows.stream().map(UserFeatures::slots).toList(),
                rows.stream().map(UserFeatures::slotWeights).toList());
        PaddedBag tokens = PaddedBag.of(
                rows.stream().map(UserFeatures::tokens).toList(),
                rows.stream().map(UserFeatures::tokenWeights).toList());
        float[] numeric = rows(rows.stream().map(UserFeatures::numeric).toList(), UserNumbers.WIDTH);
        float[] answer = userTower.predict(batch -> {
            batch.add(SavedTowers.SLOTS, slots.indices(), slots.rows(), slots.width());
            batch.add(SavedTowers.SLOT_WEIGHTS, slots.weights(), slots.rows(), slots.width());
            batch.add(SavedTowers.TOKENS, tokens.indices(), tokens.rows(), tokens.width());
            batch.add(SavedTowers.TOKEN_WEIGHTS, tokens.weights(), tokens.rows(), tokens.width());
            batch.add(SavedTowers.NUMERIC, numeric, rows.size(), UserNumbers.WIDTH);
        });
        for (int row = 0; row < waiting.size(); row++) {
            float[] vector = new float[dimension];
            System.arraycopy(answer, row * dimension, vector, 0, dimension);
            vectors[waiting.get(row)] = vector;
        }
        waiting.clear();
    }

    private static float[] rows(List<float[]> rows, int width) {
        float[] matrix = new float[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, matrix, row * width, width);
        }
        return matrix;
    }

    private void split(float[] answer, float[][] vectors, int from, int to) {
        for (int row = from; row < to; row++) {
            vectors[row] = new float[dimension];
            System.arraycopy(answer, (row - from) * dimension, vectors[row], 0, dimension);
        }
    }

    @Override
    public void close() {
        cleanable.clean();
    }
}
