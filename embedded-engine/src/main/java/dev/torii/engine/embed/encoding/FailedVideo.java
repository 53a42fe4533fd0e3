package dev.torii.engine.embed.encoding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A video that could not be encoded.
///
/// @param attempts how often it was tried
/// @param lastError why the last try failed
/// @param nextTryAt null: given up until the video changes or the whole catalogue is encoded
public record FailedVideo(
        UUID videoId,
        String externalId,
        String title,
        String modelVersion,
        int attempts,
        String lastError,
        Instant failedAt,
        @Nullable Instant nextTryAt) {}
