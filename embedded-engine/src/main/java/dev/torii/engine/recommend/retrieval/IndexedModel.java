package dev.torii.engine.recommend.retrieval;

/// The model whose vectors the index shall hold.
public record IndexedModel(String version, int dimension) {}
