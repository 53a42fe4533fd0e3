package dev.torii.models.people;

/// What a user decided about a video.
public enum DecisionKind {
    LIKE,
    SKIP
}
