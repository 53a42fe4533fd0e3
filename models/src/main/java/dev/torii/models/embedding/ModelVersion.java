package dev.torii.models.embedding;

import java.time.Instant;
import java.util.List;
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
/// @param gateChecks what the gate looked at, in its order
/// @param damage what of the registry's row cannot be read, for people; null when all of it can. Such a version
/// cannot answer
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
        @Nullable String gateReason,
        List<GateCheck> gateChecks,
        ModelLineage lineage,
        @Nullable String damage) {

    public ModelVersion {
        files = Map.copyOf(files);
        settings = Map.copyOf(settings);
        metrics = Map.copyOf(metrics);
        gateChecks = List.copyOf(gateChecks);
    }

    /// A sound version of unknown lineage.
    public ModelVersion(
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
        this(
                version,
                state,
                dimension,
                createdAt,
                activatedAt,
                files,
                settings,
                metrics,
                dataFingerprint,
                gateReason,
                List.of(),
                ModelLineage.UNKNOWN,
                null);
    }
}
