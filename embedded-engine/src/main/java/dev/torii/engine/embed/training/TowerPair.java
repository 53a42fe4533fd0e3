package dev.torii.engine.embed.training;

import dev.torii.engine.evaluate.Ranker;

/// What one training of the towers gives to rank with; neither needs the towers any more.
///
/// @param twoTower by the whole vectors
/// @param content with the ids of the ranked videos hidden
public record TowerPair(Ranker twoTower, Ranker content) {}
