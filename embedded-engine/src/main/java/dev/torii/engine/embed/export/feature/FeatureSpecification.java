package dev.torii.engine.embed.export.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.features.FeatureRules;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder `features` of an export: how the inputs of the towers are computed, for programmers and programs.
///
/// `features.json` holds every number of the computation, `FEATURES.md` says what is done with them, `features.mjs`
/// does it in JavaScript, `golden.json` has examples.
public final class FeatureSpecification {
    /// The folder in an export.
    public static final String FOLDER = "features";
    /// The examples in that folder.
    public static final String EXAMPLES = "golden.json";

    private static final String SETTINGS = "features.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FeatureSpecification() {}

    /// @param model folder of the model version, whose own settings become a part
    /// @param export folder of the export
    public static void write(Path model, ObjectNode examples, Path export) throws IOException {
        Path folder = Files.createDirectories(export.resolve(FOLDER));
        JsonNode settings = JSON.readTree(model.resolve(SETTINGS).toFile());
        Files.write(
                folder.resolve(SETTINGS), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(settings)));
        Files.write(folder.resolve(EXAMPLES), JSON.writeValueAsBytes(examples));
        copy("FEATURES.md", folder);
        copy("features.mjs", folder);
    }

    private static ObjectNode describe(JsonNode settings) {
        ObjectNode json = JSON.createObjectNode();
        json.set("settings", settings);
        json.putObject("hash")
                .put("start", "0xCBF29CE484222325")
                .put("prime", "0x100000001B3")
                .put("separator", "0x1F")
                .put("firstFactor", "0xBF58476D1CE4E5B9")
                .put("secondFactor", "0x94D049BB133111EB")
                .putArray("seeds")
                .add("0x9E3779B97F4A7C15")
                .add("0xC2B2AE3D27D4EB4F");
        json.putObject("terms").putArray("ignoredKinds").add("TAG");
        ObjectNode title = json.putObject("title")
                .put("longest", FeatureRules.LONGEST_TITLE)
                .put("wordField", "word")
                .put("gramField", "title")
                .put("latinBelow", 0x250);
        title.putArray("gramLengths").add(2).add(3);
        json.putObject("numeric").put("limit", FeatureRules.NUMERIC_LIMIT);
        json.putObject("history")
                .put("watched", FeatureRules.WATCHED)
                .put("genreColumns", FeatureRules.GENRE_COLUMNS)
                .put("prior", FeatureRules.GENRE_PRIOR)
                .put("most", FeatureRules.GENRE_LIMIT);
        return json;
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (InputStream in = FeatureSpecification.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is missing in this program");
            }
            Files.copy(in, folder.resolve(resource));
        }
    }
}
