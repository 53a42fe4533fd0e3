package dev.torii.engine.embed.export.feature;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureRules;
import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes into the towers and what comes out, step by step: videos and histories as they are read, their
/// features, their vectors. Whoever computes features elsewhere compares with them.
public final class GoldenExamples {
    /// How far a vector may be from the example's, in any column.
    public static final double TOLERANCE = 1e-4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenExamples() {}

    /// @param towers of the version that is described
    /// @param extractor of the same version
    /// @param histories newest first
    public static ObjectNode of(
            TowerModel towers, FeatureExtractor extractor, List<Video> videos, List<List<HistoryEntry>> histories) {
        ObjectNode json =
                JSON.createObjectNode().put("version", towers.version()).put("tolerance", TOLERANCE);
        ArrayNode described = json.putArray("videos");
        Map<Video, Integer> places = new HashMap<>();
        float[][] vectors = towers.encodeVideos(videos);
        for (int i = 0; i < videos.size(); i++) {
            places.put(videos.get(i), i);
            ObjectNode example = described.addObject();
            example.set("video", video(videos.get(i)));
            example.set("features", JSON.valueToTree(extractor.extract(videos.get(i))));
            example.set("vector", JSON.valueToTree(vectors[i]));
        }
        ArrayNode users = json.putArray("users");
        HistoryFeatures features = new HistoryFeatures(extractor);
        float[][] tastes = towers.encodeUsers(histories);
        for (int i = 0; i < histories.size(); i++) {
            ObjectNode example = users.addObject();
            ArrayNode history = example.putArray("history");
            for (HistoryEntry entry : histories.get(i)) {
                history.addObject()
                        .put("video", places.get(entry.video()))
                        .put("kind", entry.kind().name())
                        .put("value", entry.value())
                        .put("at", entry.at().toString());
            }
            example.set("features", JSON.valueToTree(features.of(histories.get(i))));
            example.set("vector", JSON.valueToTree(tastes[i]));
        }
        return json;
    }

    private static ObjectNode video(Video video) {
        ObjectNode json =
                JSON.createObjectNode().put("id", video.id().toString()).put("title", video.title());
        ArrayNode terms = json.putArray("terms");
        for (Term term : video.terms()) {
            terms.addObject()
                    .put("kind", term.kind().name())
                    .put("id", term.externalId())
                    .put("name", term.name());
        }
        return json.put("price", price(video.price()))
                .put("durationSeconds", video.durationSeconds())
                .put("releasedAt", text(video.releasedAt()))
                .put("ratingAverage", video.ratingAverage())
                .put("ratingCount", video.ratingCount())
                .set("words", JSON.valueToTree(FeatureRules.words(video.title())));
    }

    private static @Nullable Double price(@Nullable BigDecimal price) {
        return price == null ? null : price.doubleValue();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
