package dev.torii.engine.embed.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// `manifest.json` of an export: written last, so an export without it is none.
///
/// @param source SHA-256 over the names and checksums of the model's own files: equal for the same model only
/// @param sizes relative path to bytes of every other file of the export
/// @param checksums relative path to SHA-256 in hex, for the same files
record ExportManifest(
        String version,
        ExportFormat format,
        int dimension,
        Instant created,
        Instant exported,
        String source,
        Map<String, Long> sizes,
        Map<String, String> checksums) {
    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    ExportManifest {
        sizes = new TreeMap<>(sizes);
        checksums = new TreeMap<>(checksums);
    }

    long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    byte[] toBytes() throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("version", version)
                .put("format", format.key())
                .put("dimension", dimension)
                .put("created", created.toString())
                .put("exported", exported.toString())
                .put("source", source);
        ArrayNode files = json.putArray("files");
        sizes.forEach((path, bytes) ->
                files.addObject().put("path", path).put("bytes", bytes).put("sha256", checksums.get(path)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /// @throws IOException when it is not what [#toBytes] wrote
    static ExportManifest read(byte[] bytes) throws IOException {
        try {
            JsonNode json = JSON.readTree(bytes);
            Map<String, Long> sizes = new TreeMap<>();
            Map<String, String> checksums = new TreeMap<>();
            for (JsonNode file : json.required("files")) {
                String path = file.required("path").asText();
                sizes.put(path, file.required("bytes").asLong());
                checksums.put(path, file.required("sha256").asText());
            }
            return new ExportManifest(
                    json.required("version").asText(),
                    ExportFormat.of(json.required("format").asText()).orElseThrow(),
                    json.required("dimension").asInt(),
                    Instant.parse(json.required("created").asText()),
                    Instant.parse(json.required("exported").asText()),
                    json.required("source").asText(),
                    sizes,
                    checksums);
        } catch (RuntimeException e) {
            throw new IOException("it is no manifest of an export: " + e.getMessage(), e);
        }
    }

    /// What tells the files of one model from those of another.
    static String source(ModelVersion model) {
        StringBuilder names = new StringBuilder(model.version()).append('\n');
        new TreeMap<>(model.files())
                .forEach((path, checksum) ->
                        names.append(checksum).append(' ').append(path).append('\n'));
        return sha256(names.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
