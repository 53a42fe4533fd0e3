package dev.torii.engine.embed.training;

import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.people.InteractionSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The videos of a training set as towers see them, a part of the catalogue at a time: of a million videos the
/// vectors fit into memory, the features beside them do not.
final class VideoVectors {
    private static final int PART = 4_096;

    private final TrainedTowers towers;
    private final InteractionSet data;
    private final Map<Integer, VideoFeatures> kept = new HashMap<>();

    VideoVectors(TrainedTowers towers, InteractionSet data) {
        this.towers = towers;
        this.data = data;
    }

    /// The features of one video, kept from then on.
    VideoFeatures features(int item) {
        return kept.computeIfAbsent(item, this::extract);
    }

    private VideoFeatures extract(int item) {
        return towers.extractor().extract(data.videos().get(item));
    }

    /// The vectors of all videos, row-major.
    ///
    /// @param shown what the tower sees of each
    float[] all(UnaryOperator<VideoFeatures> shown) {
        int dimension = towers.shape().dimension();
        float[] vectors = new float[Math.multiplyExact(data.itemCount(), dimension)];
        VideoFeatures[] part = new VideoFeatures[Math.min(PART, data.itemCount())];
        for (int from = 0; from < data.itemCount(); from += PART) {
            int first = from;
            int count = Math.min(PART, data.itemCount() - from);
            IntStream.range(0, count).parallel().forEach(i -> {
                VideoFeatures known = kept.get(first + i);
                part[i] = shown.apply(known == null ? extract(first + i) : known);
            });
            List<VideoFeatures> videos = Arrays.asList(part).subList(0, count);
            float[] encoded = towers.items(videos);
            System.arraycopy(encoded, 0, vectors, from * dimension, encoded.length);
        }
        return vectors;
    }
}
