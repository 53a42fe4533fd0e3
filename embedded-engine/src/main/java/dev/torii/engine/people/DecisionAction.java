package dev.torii.engine.people;

/// What a user asks to be done with a decision.
public enum DecisionAction {
    LIKE,
    UNLIKE,
    SKIP,
    UNSKIP
}
