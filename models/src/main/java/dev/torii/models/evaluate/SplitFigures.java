package dev.torii.models.evaluate;

/// How large a split of an evaluation is, and what of it no recommender can reach.
///
/// @param name of the fold (`u1`) or of the time split (its moment)
/// @param trainingPairs distinct user-item pairs to learn from
/// @param testPairs distinct user-item pairs to find
/// @param candidateItems items that occur in training: what is ranked
/// @param usersRanked users with training and test pairs
/// @param usersWithoutTraining users with test pairs alone: they are not ranked for
/// @param unreachablePairs pairs of ranked users whose item training never saw: misses for every recommender
public record SplitFigures(
        String name,
        long trainingPairs,
        long testPairs,
        int candidateItems,
        int usersRanked,
        int usersWithoutTraining,
        long unreachablePairs) {}
