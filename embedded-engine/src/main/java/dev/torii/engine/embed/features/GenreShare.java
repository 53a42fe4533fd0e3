package dev.torii.engine.embed.features;

/// How common a genre is in the catalogue that a model was trained on.
///
/// @param genre its external id
/// @param share of the videos that bear it, above 0
public record GenreShare(String genre, double share) {}
