package dev.torii.engine.recommend.retrieval;

import java.util.UUID;

/// A video that was found.
///
/// @param score dot product with the query; the cosine when both have norm 1
public record Hit(UUID id, float score) {}
