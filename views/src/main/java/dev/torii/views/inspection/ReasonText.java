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
            List<String> titles =
                    item.causes().stream().limit(CAUSES).map(Cause::title).toList();
            parts.add(messages.text(
                    titles.size() == 1 ? "inspection.because.one" : "inspection.because.other", joined(titles)));
        }
        if (!item.sharedTerms().isEmpty()) {
            List<String> terms = item.sharedTerms().stream().limit(TERMS).toList();
            parts.add(messages.text("inspection.shares", joined(terms)));
        }
        return parts.isEmpty() ? messages.text("inspection.noReason") : String.join(" · ", parts);
    }

    private String joined(List<String> names) {
        return String.join(messages.text("list.separator"), names);
    }

    /// Maker and genres of a video.
    String about(Video video) {
        List<String> parts = new ArrayList<>(video.names(TermKind.MAKER));
        parts.addAll(video.names(TermKind.GENRE).stream().limit(TERMS).toList());
        return String.join(" · ", parts);
    }
}
