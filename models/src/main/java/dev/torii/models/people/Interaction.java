package dev.torii.models.people;

import java.time.Instant;
import java.util.UUID;

/// One thing that a user did with a video.
///
/// @param value see [InteractionKind]
public record Interaction(UUID userId, UUID videoId, InteractionKind kind, double value, Instant at) {}
