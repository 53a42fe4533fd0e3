package dev.torii.engine.recommend.hybrid;

/// Which of a user's positives are held out to learn a blend.
public enum HoldOut {
    /// Any of them: what is asked for later may lie between what is known.
    RANDOM,
    /// The newest: what is asked for comes after all that is known.
    NEWEST
}
