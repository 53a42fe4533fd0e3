package dev.torii.app.cli;

import dev.torii.app.cli.output.DisplayWidth;
import dev.torii.app.cli.output.Durations;
import dev.torii.app.cli.output.TextTable;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shows recommendations to people.
final class RecommendationText {
    private static final int CAUSES = 3;
    private static final int TITLE_COLUMNS = 48;
    private static final int GENRE_COLUMNS = 32;

    private RecommendationText() {}

    /// A heading, the table, and with `explain` below each video what brought it about.
    static List<String> lines(UserSummary user, Algorithm asked, RecommendationList answer, boolean explain) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "user %s (%s, %,d likes): %s%s, %,d videos eligible, %,d excluded, %s",
                user.externalId(),
                user.source(),
                user.likes(),
                answer.algorithm().wireName(),
                answer.modelVersion().isEmpty() ? "" : " " + answer.modelVersion(),
                answer.eligible(),
                answer.excluded(),
                Durations.text(answer.elapsed())));
        if (answer.coldStart()) {
            lines.add("The user has liked nothing yet: these are the most popular videos.");
        }
        if (!answer.degraded().isEmpty()) {
            lines.add(answer.algorithm().wireName() + " answers instead of " + asked.wireName() + ": "
                    + answer.degraded());
            lines.add("Maybe `torii embed` is wanted, or `torii models verify` says what is wrong.");
        }
        if (answer.items().isEmpty()) {
            lines.add(
                    answer.excluded() == 0
                            ? "No video passes these filters. Maybe a name is misspelt: genres and makers are taken exactly."
                            : "Nothing is left to recommend.");
            return lines;
        }
        List<String> table = table(answer.items(), explain).lines();
        lines.add(table.getFirst());
        for (int i = 0; i < answer.items().size(); i++) {
            lines.add(table.get(i + 1));
            if (explain && !answer.items().get(i).causes().isEmpty()) {
                lines.add("      " + because(answer.items().get(i)));
            }
        }
        return lines;
    }

    private static TextTable table(List<Recommendation> items, boolean explain) {
        TextTable table = explain
                ? new TextTable("rank", "score", "title", "genres", "parts")
                : new TextTable("rank", "score", "title", "genres");
        for (Recommendation item : items) {
            String score = String.format(Locale.ROOT, "%.3f", item.score());
            Video video = item.video();
            String title = DisplayWidth.shorten(video.title(), TITLE_COLUMNS);
            String genres = DisplayWidth.shorten(String.join(", ", video.names(TermKind.GENRE)), GENRE_COLUMNS);
            if (explain) {
                table.row(item.rank(), score, title, genres, parts(item));
            } else {
                table.row(item.rank(), score, title, genres);
            }
        }
        return table;
    }

    private static String parts(Recommendation item) {
        return item.parts().stream()
                .map(part -> part.name() + String.format(Locale.ROOT, " %+.3f", part.value()))
                .collect(Collectors.joining(", "));
    }

    private static String because(Recommendation item) {
        String causes = item.causes().stream()
                .limit(CAUSES)
                .map(RecommendationText::cause)
                .collect(Collectors.joining(", "));
        String shared = item.sharedTerms().isEmpty() ? "" : "; shared: " + String.join(", ", item.sharedTerms());
        return "because you liked " + causes + shared;
    }

    private static String cause(Cause cause) {
        return cause.title() + String.format(Locale.ROOT, " (%.2f)", cause.similarity());
    }
}
