package dev.torii.engine.embed.encoding;

import java.util.UUID;

/// Why a video has no vector.
record EncodingFailure(UUID videoId, long videoRevision, String reason) {}
