package dev.torii.models.recommendation;

import java.util.UUID;

/// A liked video that brought a recommendation about.
///
/// @param similarity cosine of the two videos' vectors, -1 to 1
public record Cause(UUID videoId, String title, double similarity) {}
