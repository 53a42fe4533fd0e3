package dev.torii.engine.recommend.retrieval;

import dev.torii.engine.database.ChangeMark;
import dev.torii.engine.database.Database;
import dev.torii.engine.embed.encoding.EmbeddingDao;
import dev.torii.engine.embed.encoding.VideoVector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The database as the index sees it: one model version at a time.
final class IndexSource {
    private final Database database;
    private final IndexDao dao = new IndexDao();
    private final EmbeddingDao vectors = new EmbeddingDao();

    IndexSource(Database database) {
        this.database = database;
    }

    /// What was written since a mark.
    ///
    /// @param mark the moment up to which this is complete
    record Changes(ChangeMark mark, Set<UUID> written, List<UUID> gone) {}

    long count(String model) {
        return database.asService(handle -> vectors.countVideos(handle, model));
    }

    ChangeMark mark() {
        return database.asService(ChangeMark::now);
    }

    /// Reads every row into `loader`.
    ///
    /// @return the moment before the first row was read
    ChangeMark readAll(String model, VectorLoader loader) throws IOException {
        try {
            return database.asService(handle -> {
                ChangeMark mark = ChangeMark.now(handle);
                dao.readFacts(handle, model, loader::describe);
                vectors.forEachVideo(handle, model, vector -> {
                    try {
                        loader.put(vector.videoId(), vector.vector());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                return mark;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    Changes changes(String model, ChangeMark since) {
        return database.asService(handle -> {
            ChangeMark mark = ChangeMark.now(handle);
            return new Changes(mark, dao.changed(handle, model, since), dao.deleted(handle, since));
        });
    }

    /// The present rows of `ids`, where they have a vector.
    List<RowChange> rows(String model, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.asService(handle -> {
            Map<UUID, VideoVector> present = vectors.videos(handle, model, ids);
            List<RowChange> rows = new ArrayList<>();
            for (RowFacts facts : dao.facts(handle, model, ids)) {
                VideoVector vector = present.get(facts.id());
                if (vector != null) {
                    rows.add(new RowChange(facts, vector.vector()));
                }
            }
            return rows;
        });
    }
}
