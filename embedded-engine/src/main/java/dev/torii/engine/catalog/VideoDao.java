package dev.torii.engine.catalog;

import dev.torii.models.catalog.Video;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL of videos and their terms.
public final class VideoDao {
    /// Inserts new videos and updates changed ones with their terms, in a few statements for the whole batch. An
    /// unchanged video is not
    /// touched (its `updated_at` stays).
    public UpsertCounts upsert(Handle handle, List<Video> videos) {
        throw new IllegalStateException("not wired yet");
    }

    /// How many rows an upsert added, changed, and left alone.
    public record UpsertCounts(int added, int changed, int unchanged) {}
}
