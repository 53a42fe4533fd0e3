package dev.torii.models.evaluate;

/// How data is split into what a model learns from and what it is asked for.
public enum Protocol {
    /// One moment in time for all users: before it is training, after it is test.
    TEMPORAL,
    /// Given pairs of training and test files.
    FOLDS
}
