package dev.torii.models.people;

/// What a user did with a video.
public enum InteractionKind {
    /// Gave a rating; its value is 0.5 to 5.
    RATING,
    /// Watched it; its value is the share that was watched, 0 to 1.
    VIEW,
    PURCHASE,
    /// Said that it is liked; its value is 1.
    LIKE,
    /// Said that it is not wanted; its value is 0.
    SKIP
}
