package dev.torii.models.monitoring;

/// The state of one part: `database`, `model`, `index`.
///
/// @param detail for people, without credentials: a version, a count, an error
public record PartHealth(String part, PartState state, String detail) {}
