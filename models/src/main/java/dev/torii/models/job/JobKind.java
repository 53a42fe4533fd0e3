package dev.torii.models.job;

/// What a job does.
public enum JobKind {
    OPEN,
    IMPORT,
    SAMPLE,
    SYNC,
    TRAIN,
    EMBED,
    EVALUATE,
    EXPORT,
    INDEX
}
