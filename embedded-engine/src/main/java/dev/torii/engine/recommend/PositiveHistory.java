package dev.torii.engine.recommend;

import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The liked videos of a history: what was said last about a video counts.
final class PositiveHistory {
    private static final double WATCHED = 0.5;

    private PositiveHistory() {}

    /// @param history newest first
    /// @param minRating a rating counts as a like from here
    static List<Video> videos(List<HistoryEntry> history, double minRating) {
        Set<UUID> decided = new HashSet<>();
        List<Video> liked = new ArrayList<>();
        for (HistoryEntry entry : history) {
            boolean positive = isPositive(entry, minRating);
            boolean speaks = positive || entry.kind() == InteractionKind.SKIP;
            if (speaks && decided.add(entry.video().id()) && positive) {
                liked.add(entry.video());
            }
        }
        return liked;
    }

    private static boolean isPositive(HistoryEntry entry, double minRating) {
        return switch (entry.kind()) {
            case LIKE, PURCHASE -> true;
            case RATING -> entry.value() >= minRating;
            case VIEW -> entry.value() >= WATCHED;
            case SKIP -> false;
        };
    }
}
