package dev.torii.engine.embed.encoding;

import java.util.UUID;

/// A video's vector.
///
/// @param videoRevision revision of the video that it was computed from (see
/// [dev.torii.engine.catalog.StoredVideo])
/// @param vector of norm 1, 768 numbers
public record VideoVector(UUID videoId, long videoRevision, float[] vector) {}
