package dev.torii.models.sync;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was read and is wrong: set aside with its reason and its raw text, nothing lost.
///
/// @param place where it stood: a file and line, or an offset of the answer
public record QuarantinedItem(
        UUID runId, @Nullable String externalId, String place, String reason, String raw, Instant at) {}
