package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.RankerFactory;

/// The recommenders that a new model is compared with.
///
/// @param popularity must be beaten
/// @param ease must not win, where it can be computed
/// @param mostEaseItems with more items that occur in training, EASE is not computed
public record GateBaselines(RankerFactory popularity, RankerFactory ease, int mostEaseItems) {}
