package dev.torii.engine.recommend.retrieval;

/// A video whose facts or vector are new.
public record RowChange(RowFacts facts, float[] vector) {}
