package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.SqlState;
import dev.torii.engine.jobs.Cancellation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Writes batches of video vectors: the quick way while it works, and the way that copes with other writers,
/// held rows and row-level security where it does not. Safe for use by many threads.
final class VectorWriter {
    private static final Set<String> NOT_NOW =
            Set.of(SqlState.UNIQUE_VIOLATION, SqlState.FOREIGN_KEY_VIOLATION, SqlState.LOCK_TIMEOUT, SqlState.DEADLOCK);

    private final Database database;
    private final Cancellation cancellation;
    private final String modelVersion;
    private final boolean pgvector;
    private final VectorCopyDao dao = new VectorCopyDao();
    private volatile boolean quick = true;

    VectorWriter(Database database, Cancellation cancellation, String modelVersion) {
        this.database = database;
        this.cancellation = cancellation;
        this.modelVersion = modelVersion;
        this.pgvector = database.hasPgvector();
    }

    /// Writes the vectors in one transaction; that of a video that was deleted meanwhile is dropped.
    ///
    /// @param held told the videos whose rows another transaction holds: their vectors were not written
    /// @return how many were written
    int write(List<VideoVector> vectors, BiConsumer<VideoVector, String> held) {
        if (vectors.isEmpty()) {
            return 0;
        }
        if (quick) {
            try {
                return database.asService(cancellation, handle -> {
                    dao.replace(handle, modelVersion, vectors, pgvector);
                    return vectors.size();
                });
            } catch (RuntimeException e) {
                String state = SqlState.of(e);
                if (state.equals(SqlState.NOT_SUPPORTED)) {
                    quick = false;
                } else if (!NOT_NOW.contains(state)) {
                    throw e;
                }
            }
        }
        return merge(vectors, held);
    }

    private int merge(List<VideoVector> vectors, BiConsumer<VideoVector, String> held) {
        Set<UUID> written = database.asService(
                cancellation, handle -> dao.merge(handle, modelVersion, vectors, dao.columnType(handle), pgvector));
        List<VideoVector> missing = vectors.stream()
                .filter(vector -> !written.contains(vector.videoId()))
                .toList();
        if (!missing.isEmpty()) {
            Set<UUID> present = database.asService(handle -> dao.existing(
                    handle, missing.stream().map(VideoVector::videoId).toList()));
            missing.stream()
                    .filter(vector -> present.contains(vector.videoId()))
                    .forEach(vector -> held.accept(vector, "another transaction holds its row"));
        }
        return written.size();
    }
}
