package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.evaluate.SegmentGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The segments of one split, and what a recommender's lists are worth on each of them.
///
/// A segment of users keeps their values as they are. A segment of items keeps the lists as they are, but only its
/// own items count as relevant, for the users who have such.
final class SplitSegments {
    private static final List<RankingMetric> METRICS =
            List.of(RankingMetric.NDCG, RankingMetric.RECALL, RankingMetric.HIT_RATE);
    private static final int CUTOFF = 10;

    /// @param items which items belong to it; null for a segment of users
    /// @param trainingLength which users belong to it, by how many positives they have in training
    private record Part(SegmentKey key, @Nullable IntPredicate items, IntPredicate trainingLength) {}

    private final EvaluationSplit split;
    private final int[] users;
    private final List<Part> parts = new ArrayList<>();

    /// @param genres the names of the genres that are segments
    SplitSegments(EvaluationSplit split, ItemGenres itemGenres, List<String> genres) {
        this.split = split;
        this.users = split.rankedUsers();
        for (UserTier tier : UserTier.values()) {
            parts.add(
                    new Part(new SegmentKey(SegmentGroup.USER_ACTIVITY, tier.label(), tier.definition()), null, tier));
        }
        ItemTiers tiers = ItemTiers.of(split);
        for (ItemTiers.Tier tier : ItemTiers.Tier.values()) {
            parts.add(items(SegmentGroup.ITEM_POPULARITY, tier.label(), tier.definition(), tiers.members(tier)));
        }
        for (String genre : genres) {
            int number = itemGenres.names().indexOf(genre);
            parts.add(items(
                    SegmentGroup.GENRE,
                    genre,
                    "items of the genre " + genre,
                    item -> number >= 0 && itemGenres.has(item, number)));
        }
    }

    private static Part items(SegmentGroup group, String name, String definition, IntPredicate members) {
        return new Part(new SegmentKey(group, name, definition), members, length -> true);
    }

    List<SegmentKey> keys() {
        return parts.stream().map(Part::key).toList();
    }

    /// The values of a recommender on the segment `number`.
    SegmentOutcome measure(int number, RankedLists ranked) {
        Part part = parts.get(number);
        InteractionSet training = split.training();
        List<String> keys = new ArrayList<>();
        double[][] values = new double[METRICS.size()][users.length];
        long pairs = 0;
        for (int row = 0; row < users.length; row++) {
            int user = users[row];
            int[] relevant = ListMeasures.relevant(split, user);
            if (part.items() != null) {
                relevant = Arrays.stream(relevant).filter(part.items()).toArray();
            }
            int length = training.rowStarts()[user + 1] - training.rowStarts()[user];
            if (relevant.length > 0 && part.trainingLength().test(length)) {
                boolean[] hits = ListMeasures.hits(ranked.lists()[row], relevant, CUTOFF);
                for (int metric = 0; metric < values.length; metric++) {
                    values[metric][keys.size()] = METRICS.get(metric).of(hits, relevant.length, CUTOFF);
                }
                keys.add(training.userKeys().get(user));
                pairs += relevant.length;
            }
        }
        Map<String, double[]> perUser = new LinkedHashMap<>();
        for (int metric = 0; metric < values.length; metric++) {
            perUser.put(METRICS.get(metric).at(CUTOFF), Arrays.copyOf(values[metric], keys.size()));
        }
        return new SegmentOutcome(new RankingOutcome(keys, perUser, Map.of()), pairs);
    }

    /// What makes a segment the same one in every split.
    record SegmentKey(SegmentGroup group, String name, String definition) {}

    /// @param pairs how many pairs there were to find
    record SegmentOutcome(RankingOutcome values, long pairs) {}
}
