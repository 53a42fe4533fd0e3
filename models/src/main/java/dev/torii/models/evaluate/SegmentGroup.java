package dev.torii.models.evaluate;

/// By what the users and items of an evaluation are told apart.
public enum SegmentGroup {
    /// By how much a user did in training; measured is everything the user went on to like.
    USER_ACTIVITY,
    /// By how well known an item is in training; measured is what of it users went on to like.
    ITEM_POPULARITY,
    /// By the genre of an item; measured is what of it users went on to like.
    GENRE
}
