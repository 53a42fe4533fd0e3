package dev.torii.engine.catalog;

import dev.torii.models.catalog.Video;

/// A video as it stands in the database.
///
/// @param revision changes with every change of the row; whoever derives something from a video keeps it, and knows
/// by it later whether the derived thing is stale
public record StoredVideo(Video video, long revision) {}
