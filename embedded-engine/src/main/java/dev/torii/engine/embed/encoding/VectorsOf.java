package dev.torii.engine.embed.encoding;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;

/// How complete the vectors of a version are.
///
/// @param videos in the catalogue
/// @param missing of them without a vector of the version, or with one of an older state
public record VectorsOf(String version, long videos, long missing) {
    public static VectorsOf count(Database database, String version) {
        return database.asService(handle -> new VectorsOf(
                version, new VideoDao().count(handle), new EmbeddingDao().countStaleVideos(handle, version)));
    }
}
