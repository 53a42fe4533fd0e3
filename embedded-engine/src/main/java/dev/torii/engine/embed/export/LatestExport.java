package dev.torii.engine.embed.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `latest.json` beside the versions of one format: which of them readers shall load.
///
/// @param manifestSha256 checksum of that version's manifest
/// @param previous the version that stood here before; null: none. It is never deleted
record LatestExport(
        String version, String manifestSha256, @Nullable String previous, Instant switched) {
    static final String FILE = "latest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] toBytes() throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("version", version)
                .put("manifest", version + "/" + ExportManifest.FILE)
                .put("manifestSha256", manifestSha256)
                .put("previous", previous)
                .put("switched", switched.toString());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /// @throws IOException when it is not what [#toBytes] wrote
    static LatestExport read(byte[] bytes) throws IOException {
        try {
            JsonNode json = JSON.readTree(bytes);
            JsonNode previous = json.path("previous");
            return new LatestExport(
                    json.required("version").asText(),
                    json.required("manifestSha256").asText(),
                    previous.isTextual() ? previous.asText() : null,
                    Instant.parse(json.required("switched").asText()));
        } catch (RuntimeException e) {
            throw new IOException("it is no " + FILE + ": " + e.getMessage(), e);
        }
    }
}
