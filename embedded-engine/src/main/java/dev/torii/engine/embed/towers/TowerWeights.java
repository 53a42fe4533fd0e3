package dev.torii.engine.embed.towers;

import java.util.Map;

/// All weights of both towers, row-major. Arrays are not copied.
///
/// @param itemIds [idRows, dimension] of the item tower
/// @param historyIds [idRows, dimension] of the user tower
/// @param content [contentBuckets, contentWidth] of both
/// @param dense the parameters of [TowerShape#denseParameters], by name
public record TowerWeights(
        TowerShape shape, float[] itemIds, float[] historyIds, float[] content, Map<String, float[]> dense) {}
