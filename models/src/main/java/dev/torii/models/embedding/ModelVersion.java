package dev.torii.models.embedding;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trained model in the registry.
///
/// @param version its name, sortable by time: `20261120-084500-7f3a`
/// @param dimension of the space of users and videos
/// @param files relative path to SHA-256 in hex of every file of the version
/// @param settings the training settings, key to value
/// @param metrics name (`ndcg@10`) to value on the held-out part of its data
/// @param gateReason why it was accepted or rejected, in a sentence
public record ModelVersion(
        String version,
        ModelState state,
        int dimension,
        Instant createdAt,
        @Nullable Instant activatedAt,
        Map<String, String> files,
        Map<String, String> settings,
        Map<String, Double> metrics,
        String dataFingerprint,
        @Nullable String gateReason) {

    public ModelVersion {
        files = Map.copyOf(files);
        settings = Map.copyOf(settings);
        metrics = Map.copyOf(metrics);
    }
}
