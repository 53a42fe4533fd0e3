package dev.torii.engine.embed.features;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// The features' part of a model folder: `features.json` with the settings, `items.bin` with the slots, `terms.bin`
/// with the known terms.
public final class FeatureFiles {
    private static final String SETTINGS = "features.json";
    private static final String ITEMS = "items.bin";
    private static final String TERMS = "terms.bin";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FeatureFiles() {}

    public static void write(FeatureExtractor extractor, Path folder) throws IOException {
        FeatureSettings settings = extractor.settings();
        ObjectNode json = JSON.createObjectNode()
                .put("version", settings.version())
                .put("contentBuckets", settings.contentBuckets())
                .put("reference", settings.reference().toString())
                .put("activityReference", settings.activityReference().toString())
                .put("halfLifeDays", settings.halfLifeDays())
                .put("historyLimit", settings.historyLimit())
                .put("minRating", settings.minRating());
        ArrayNode scales = json.putArray("scales");
        for (NumericScale scale : settings.scales()) {
            scales.addObject().put("mean", scale.mean()).put("deviation", scale.deviation());
        }
        ArrayNode genres = json.putArray("genres");
        for (GenreShare genre : settings.genres()) {
            genres.addObject().put("genre", genre.genre()).put("share", genre.share());
        }
        Files.writeString(
                folder.resolve(SETTINGS), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
        Files.write(folder.resolve(ITEMS), extractor.slots().toBytes());
        Files.write(folder.resolve(TERMS), extractor.terms().toBytes());
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException when a file is missing or is not what it should be, or is of another version
    public static FeatureExtractor read(Path folder) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(folder.resolve(SETTINGS)));
        int version = json.path("version").asInt();
        if (version != FeatureSettings.CURRENT_VERSION) {
            throw new IOException("its features are of version " + version + ", this program computes version "
                    + FeatureSettings.CURRENT_VERSION);
        }
        List<NumericScale> scales = new ArrayList<>();
        for (JsonNode scale : json.path("scales")) {
            scales.add(new NumericScale(
                    scale.path("mean").asDouble(), scale.path("deviation").asDouble()));
        }
        List<GenreShare> genres = new ArrayList<>();
        for (JsonNode genre : json.path("genres")) {
            genres.add(new GenreShare(
                    genre.path("genre").asText(), genre.path("share").asDouble()));
        }
        try {
            FeatureSettings settings = new FeatureSettings(
                    version,
                    json.path("contentBuckets").asInt(),
                    Instant.parse(json.path("reference").asText()),
                    Instant.parse(json.path("activityReference").asText()),
                    scales,
                    genres,
                    json.path("halfLifeDays").asDouble(),
                    json.path("historyLimit").asInt(),
                    json.path("minRating").asDouble());
            return new FeatureExtractor(
                    settings,
                    ItemSlots.fromBytes(Files.readAllBytes(folder.resolve(ITEMS))),
                    KnownTerms.fromBytes(Files.readAllBytes(folder.resolve(TERMS))));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("its features cannot be read: " + e.getMessage(), e);
        }
    }
}
