package dev.torii.models.people;

import java.time.Instant;
import java.util.UUID;

/// A standing decision: the video is liked, or skipped. A user has at most one for a video.
public record Decision(UUID userId, UUID videoId, DecisionKind kind, Instant decidedAt) {}
