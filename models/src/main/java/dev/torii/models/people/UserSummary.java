package dev.torii.models.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user as lists show it.
///
/// @param source where the user came from: `movielens`, `csv`, `sample`, `auth`
/// @param lastActiveAt time of the newest interaction; null when there is none
public record UserSummary(
        UUID id,
        String source,
        String externalId,
        long likes,
        long skips,
        long interactions,
        @Nullable Instant lastActiveAt) {}
