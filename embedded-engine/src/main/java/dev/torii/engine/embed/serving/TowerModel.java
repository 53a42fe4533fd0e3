package dev.torii.engine.embed.serving;

import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import java.util.List;

/// A trained pair of towers that answers. Safe for use by many threads.
public interface TowerModel extends AutoCloseable {
    /// The version in the registry.
    String version();

    /// Length of every vector.
    int dimension();

    /// Vectors of videos, each of norm 1, in the order of `videos`; works for videos that training never saw.
    float[][] encodeVideos(List<Video> videos);

    /// Vectors of users from their histories (newest first), each of norm 1. A history without any positive entry
    /// gives a vector of zeros: such a user has no place in the space yet.
    float[][] encodeUsers(List<List<HistoryEntry>> histories);

    @Override
    void close();
}
