package dev.torii.models.recommendation;

/// One addend of a score; the parts of a recommendation sum to its score.
///
/// @param name a stable key, for example `affinity`, `popularity`
public record ScorePart(String name, double value) {}
