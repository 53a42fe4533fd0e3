package dev.torii.engine.embed.encoding;

import java.util.UUID;

/// A user's vector.
///
/// @param computed false when the user has no history yet and `vector` is all zeros
public record UserVector(UUID userId, String modelVersion, float[] vector, boolean computed) {}
