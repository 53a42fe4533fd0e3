package dev.torii.engine.recommend.retrieval;

/// How a search was answered.
public enum QueryPlan {
    /// No row passed the filter.
    NOTHING,
    /// Every row that passed was compared in float32.
    EXACT,
    /// Every row that passed was compared in bytes, and the best of them again in float32.
    ROUNDED_THEN_EXACT
}
