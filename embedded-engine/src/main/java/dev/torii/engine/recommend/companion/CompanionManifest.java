package dev.torii.engine.recommend.companion;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.recommend.hybrid.Blend;
import dev.torii.engine.recommend.hybrid.BlendPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What lies beside the towers of a version.
///
/// @param format of the files
/// @param items how many the companions know
/// @param absent part to the reason why it was not computed
/// @param weights of the blend, by part
/// @param reason why these weights
public record CompanionManifest(
        int format, int items, Map<String, String> absent, Map<String, Double> weights, String reason) {
    static final int FORMAT = 1;
    private static final String FILE = "companions.json";

    public CompanionManifest {
        absent = new TreeMap<>(absent);
        weights = new TreeMap<>(weights);
    }

    static CompanionManifest of(int items, Map<BlendPart, String> absent, Blend blend, String reason) {
        Map<String, String> missing = new TreeMap<>();
        absent.forEach((part, why) -> missing.put(part.wireName(), why));
        Map<String, Double> weights = new TreeMap<>();
        blend.weights().forEach((part, weight) -> weights.put(part.wireName(), weight));
        return new CompanionManifest(FORMAT, items, missing, weights, reason);
    }

    Blend blend() {
        Map<BlendPart, Double> known = new EnumMap<>(BlendPart.class);
        Arrays.stream(BlendPart.values()).forEach(part -> {
            Double weight = weights.get(part.wireName());
            if (weight != null) {
                known.put(part, weight);
            }
        });
        return new Blend(known);
    }

    void write(Path folder) throws IOException {
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(FILE).toFile(), this);
    }

    static CompanionManifest read(Path folder) throws IOException {
        CompanionManifest manifest =
                new ObjectMapper().readValue(Files.readString(folder.resolve(FILE)), CompanionManifest.class);
        if (manifest.format() != FORMAT) {
            throw new IOException(
                    "the companions are of format %d, and this program reads %d".formatted(manifest.format(), FORMAT));
        }
        return manifest;
    }
}
