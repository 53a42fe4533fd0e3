package dev.torii.engine.recommend.retrieval;

import dev.torii.models.monitoring.PartState;

/// How the index is.
///
/// @param rows vectors that can be found
/// @param detail for people
public record IndexStatus(PartState state, long rows, String detail) {}
