package dev.torii.engine.recommend.companion;

import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.Ials;
import dev.torii.engine.recommend.hybrid.BlendPart;
import java.util.EnumMap;
import java.util.Map;

/// Which companions a data set allows in bounded time and memory, so that a training of a million videos ends.
///
/// @param absent part to the reason why it is left out
/// @param ials in the dimensions that fit
record CompanionBudget(Map<BlendPart, String> absent, Ials ials) {
    /// Pairs of items that are counted for neighbourhoods: a few minutes on two cores.
    private static final double MOST_PAIRS = 3e10;
    /// Videos whose content vectors are kept beside the whole ones while the blend is learned.
    private static final int MOST_CONTENT = 200_000;

    static CompanionBudget of(InteractionSet training) {
        Map<BlendPart, String> absent = new EnumMap<>(BlendPart.class);
        int occurring = 0;
        for (int count : training.itemCounts()) {
            occurring += count > 0 ? 1 : 0;
        }
        double weights = 4.0 * occurring * occurring;
        double free = Runtime.getRuntime().maxMemory() / 3.0;
        if (!Ease.canFit(training)) {
            absent.put(
                    BlendPart.EASE,
                    "ease is computed for up to %d liked videos, and there are %d"
                            .formatted(Ease.MAX_ITEMS, occurring));
        } else if (weights > free) {
            absent.put(
                    BlendPart.EASE,
                    "ease needs %.0f MB of heap for %d liked videos, and may take %.0f MB"
                            .formatted(weights / 1e6, occurring, free / 1e6));
        }
        double pairs = 0;
        for (int user = 0; user < training.userCount(); user++) {
            double size = training.rowStarts()[user + 1] - training.rowStarts()[user];
            pairs += size * size;
        }
        if (pairs > MOST_PAIRS) {
            absent.put(
                    BlendPart.ITEM_KNN,
                    "item_knn would count %.1e pairs of videos, and %.1e are allowed".formatted(pairs, MOST_PAIRS));
        }
        if (training.itemCount() > MOST_CONTENT) {
            absent.put(
                    BlendPart.CONTENT,
                    "content vectors are kept for up to %d videos, and there are %d"
                            .formatted(MOST_CONTENT, training.itemCount()));
        }
        Ials ials = Ials.DEFAULT.within(training.interactionCount(), (long) training.userCount() + occurring);
        return new CompanionBudget(absent, ials);
    }

    boolean allows(BlendPart part) {
        return !absent.containsKey(part);
    }
}
