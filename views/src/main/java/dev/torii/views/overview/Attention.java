package dev.torii.views.overview;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.sync.SyncState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that needs a person, and what can be done about it here.
///
/// @param action null when there is no button for it
/// @param detail the values, as the engine says them; may be empty
public record Attention(Kind kind, @Nullable OverviewAction action, String detail) {

    /// What it is about.
    public enum Kind {
        EMPTY_CATALOGUE,
        NO_BEHAVIOUR,
        UNTRAINED,
        GATE_NOT_PASSED,
        NOT_EMBEDDED,
        PARTLY_EMBEDDED,
        PART_DOWN,
        RUN_FAILED;

        /// Whether something is broken, not merely unfinished.
        public boolean isTrouble() {
            return this == PART_DOWN || this == RUN_FAILED;
        }
    }

    /// What needs attention, most urgent first: trouble, then the next step on the way to recommendations.
    public static List<Attention> of(OverviewFacts facts) {
        List<Attention> found = new ArrayList<>();
        for (PartHealth part : facts.health()) {
            if (part.state() == PartState.DOWN) {
                found.add(new Attention(Kind.PART_DOWN, null, part.part() + ": " + part.detail()));
            }
        }
        if (facts.lastRun() != null && facts.lastRun().state() == SyncState.FAILED) {
            String failure = facts.lastRun().failure();
            found.add(new Attention(Kind.RUN_FAILED, null, failure == null ? "" : failure));
        }
        Attention next = nextStep(facts);
        if (next != null) {
            found.add(next);
        }
        return found;
    }

    private static @Nullable Attention nextStep(OverviewFacts facts) {
        CatalogCounts counts = facts.counts();
        if (counts.videos() == 0) {
            return new Attention(Kind.EMPTY_CATALOGUE, OverviewAction.FILL_SAMPLE, "");
        }
        if (counts.interactions() == 0) {
            return new Attention(Kind.NO_BEHAVIOUR, null, "");
        }
        if (facts.activeModel() == null) {
            return withoutModel(facts);
        }
        if (counts.videosEmbedded() == 0) {
            return new Attention(Kind.NOT_EMBEDDED, OverviewAction.EMBED, "");
        }
        return counts.videosEmbedded() < counts.videos()
                ? new Attention(Kind.PARTLY_EMBEDDED, OverviewAction.EMBED, "")
                : null;
    }

    private static Attention withoutModel(OverviewFacts facts) {
        if (facts.newestModel() == null || facts.newestModel().state() != ModelState.REJECTED) {
            return new Attention(Kind.UNTRAINED, OverviewAction.TRAIN, "");
        }
        String reason = facts.newestModel().gateReason();
        return new Attention(Kind.GATE_NOT_PASSED, OverviewAction.TRAIN, reason == null ? "" : reason);
    }
}
