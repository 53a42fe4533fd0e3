package dev.torii.engine.database;

import java.util.Arrays;
import java.util.Optional;

/// An installed pgvector.
///
/// @param schema where its types live
record PgvectorExtension(String version, String schema) {
    boolean hasHnsw() {
        return isAtLeast(0, 5, 0);
    }

    /// What is known to be wrong with this version.
    Optional<String> warning() {
        if (!hasHnsw()) {
            return Optional.of("pgvector %s has no HNSW index; 0.5 and later have".formatted(version));
        }
        if (!isAtLeast(0, 8, 2)) {
            return Optional.of("pgvector %s can overflow while it builds an HNSW index in parallel (CVE-2026-3172);"
                            .formatted(version)
                    + " update it to 0.8.4 or later");
        }
        if (!isAtLeast(0, 8, 4)) {
            return Optional.of("pgvector %s can damage an HNSW index while vacuuming; update it to 0.8.4 or later"
                    .formatted(version));
        }
        return Optional.empty();
    }

    String quotedSchema() {
        return '"' + schema.replace("\"", "\"\"") + '"';
    }

    private boolean isAtLeast(int... wanted) {
        int[] parts = Arrays.stream(version.split("\\."))
                .mapToInt(part -> Integer.parseInt(part.replaceAll("\\D.*", "")))
                .toArray();
        return Arrays.compare(Arrays.copyOf(parts, wanted.length), wanted) >= 0;
    }
}
