package dev.torii.models.evaluate;

import java.util.List;

/// How the algorithms do on a part of the users or items.
///
/// @param name for example `new users`, `Drama`
/// @param definition who or what belongs to it, for people
/// @param users how many users the values are means over, all folds together
/// @param pairs how many pairs of user and item there were to find
/// @param small whether there are too few users for the intervals to be trusted
/// @param results of each algorithm, in the order of the table: `ndcg@10`, `recall@10`, `hit_rate@10`; an item
/// segment counts its own items alone as relevant. No metrics without users
public record SegmentResult(
        SegmentGroup group,
        String name,
        String definition,
        long users,
        long pairs,
        boolean small,
        List<SegmentScore> results) {

    public SegmentResult {
        results = List.copyOf(results);
    }
}
