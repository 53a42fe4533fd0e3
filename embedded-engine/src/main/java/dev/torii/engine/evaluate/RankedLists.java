package dev.torii.engine.evaluate;

/// The lists of one recommender on one split.
///
/// @param lists the items of each ranked user, best first, in the order of [EvaluationSplit#rankedUsers]
/// @param candidates how many items could stand in a list
record RankedLists(int[][] lists, int candidates) {}
