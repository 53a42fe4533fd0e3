package dev.torii.views.inspection;

import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.i18n.Messages;
import java.util.ArrayList;
import java.util.List;

/// What is said of a recommendation and of its reasons, in the language of the console.
final class ReasonText {
    private static final int CAUSES = 2;
    private static final int TERMS = 3;

    private final Messages messages;

    ReasonText(Messages messages) {
        this.messages = messages;
    }

    /// In one line: which liked videos brought it, and what it shares with them.
    String reason(Recommendation item) {
        List<String> parts = new ArrayList<>();
        if (!item.causes().isEmpty()) {
            String titles = String.join(
                    messages.text("list.separator"),
                    item.causes().stream().limit(CAUSES).map(Cause::title).toList());
            parts.add(messages.text("inspection.because", titles));
        }
        if (!item.sharedTerms().isEmpty()) {
            String terms = String.join(
                    messages.text("list.separator"),
                    item.sharedTerms().stream().limit(TERMS).toList());
            parts.add(messages.text("inspection.shares", terms));
        }
        return parts.isEmpty() ? messages.text("inspection.noReason") : String.join(" · ", parts);
    }

    /// Maker and genres of a video.
    String about(Video video) {
        List<String> parts = new ArrayList<>(video.names(TermKind.MAKER));
        parts.addAll(video.names(TermKind.GENRE).stream().limit(TERMS).toList());
        return String.join(" · ", parts);
    }
}
