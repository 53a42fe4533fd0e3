package dev.torii.engine.evaluate;

import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// The candidates of a split by how well known they are in training.
final class ItemTiers {
    private static final int FEW = 5;
    private static final long RECENT_SECONDS = Duration.ofDays(90).toSeconds();

    enum Tier {
        NEW(
                "new items",
                "ranked items with at most 5 positives in training, or released in the 90 days before its end"),
        BETWEEN("items between", "ranked items that are neither new nor popular"),
        POPULAR(
                "popular items",
                "the ranked items that are liked most and together hold half of all training positives");

        private final String label;
        private final String definition;

        Tier(String label, String definition) {
            this.label = label;
            this.definition = definition;
        }

        String label() {
            return label;
        }

        String definition() {
            return definition;
        }
    }

    private final byte[] tiers;

    private ItemTiers(byte[] tiers) {
        this.tiers = tiers;
    }

    static ItemTiers of(EvaluationSplit split) {
        InteractionSet training = split.training();
        int[] counts = training.itemCounts();
        boolean[] candidate = split.candidates().mask(counts.length);
        long newest = Arrays.stream(training.epochSeconds()).max().orElse(0);
        int threshold = popularFrom(counts, training.interactionCount());
        byte[] tiers = new byte[counts.length];
        int item = 0;
        for (Video video : training.videos()) {
            Instant released = video.releasedAt();
            boolean recent = newest > 0 && released != null && released.getEpochSecond() > newest - RECENT_SECONDS;
            Tier tier =
                    counts[item] <= FEW || recent ? Tier.NEW : counts[item] >= threshold ? Tier.POPULAR : Tier.BETWEEN;
            tiers[item] = (byte) (candidate[item] ? tier.ordinal() : -1);
            item++;
        }
        return new ItemTiers(tiers);
    }

    /// Which items belong to a tier; an item that is not ranked belongs to none.
    IntPredicate members(Tier tier) {
        return item -> tiers[item] == tier.ordinal();
    }

    /// The smallest count among the most liked items that together hold half of `pairs`.
    private static int popularFrom(int[] counts, int pairs) {
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        long held = 0;
        for (int at = ascending.length - 1; at >= 0; at--) {
            held += ascending[at];
            if (2 * held >= pairs) {
                return ascending[at];
            }
        }
        return 0;
    }
}
