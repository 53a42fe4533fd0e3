package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps the vectors of the versions that may be asked for at once, and drops those of older ones: a million
/// vectors are three gigabytes. What a dropped version would need is made again by `torii embed`.
final class VectorRetention {
    private final Database database;
    private final ModelRegistry registry;
    private final int keepVersions;
    private final RetentionDao dao = new RetentionDao();

    VectorRetention(Database database, ModelRegistry registry, int keepVersions) {
        this.database = database;
        this.registry = registry;
        this.keepVersions = keepVersions;
    }

    /// Only versions with vectors are counted, so that one whose vectors were never made does not push out the one
    /// that answers for it. Candidates that are newer than the active version keep theirs.
    void prune(JobContext context) {
        List<ModelVersion> versions = registry.answering();
        if (versions.isEmpty() || versions.getFirst().state() != ModelState.ACTIVE) {
            return;
        }
        Set<String> kept = new HashSet<>();
        List<String> withVectors = database.asService(dao::withVectors);
        for (ModelVersion version : versions) {
            if (kept.size() < keepVersions && withVectors.contains(version.version())) {
                kept.add(version.version());
            }
        }
        for (ModelVersion version : registry.list()) {
            if (version.state() == ModelState.CANDIDATE
                    && version.createdAt().isAfter(versions.getFirst().createdAt())) {
                kept.add(version.version());
            }
        }
        List<String> dropped = new ArrayList<>(withVectors);
        dropped.removeAll(kept);
        for (String version : dropped) {
            context.checkCancelled();
            long rows = database.asService(context.cancellation(), handle -> dao.drop(handle, version));
            context.log("dropped %d vectors of model %s".formatted(rows, version));
        }
    }
}
