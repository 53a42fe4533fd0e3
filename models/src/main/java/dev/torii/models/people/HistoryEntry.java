package dev.torii.models.people;

import dev.torii.models.catalog.Video;
import java.time.Instant;

/// One line of a user's history, newest first in lists.
public record HistoryEntry(Video video, InteractionKind kind, double value, Instant at) {}
