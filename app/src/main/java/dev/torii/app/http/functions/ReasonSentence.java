package dev.torii.app.http.functions;

import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;

/// Why a video was recommended, as one sentence in English: made of what the recommender found, and of nothing
/// else.
final class ReasonSentence {
    private static final int NAMED_CAUSES = 2;
    private static final int NAMED_TERMS = 3;

    private ReasonSentence() {}

    static String of(Recommendation recommendation, Algorithm answered) {
        if (answered == Algorithm.POPULAR) {
            return "Popular with others.";
        }
        if (answered == Algorithm.LINEAR) {
            return "Like what you liked, by its genres and people.";
        }
        if (recommendation.causes().isEmpty()) {
            return "Near to your taste as a whole.";
        }
        StringBuilder sentence = new StringBuilder("Because you liked ");
        sentence.append(String.join(
                " and ",
                recommendation.causes().stream()
                        .limit(NAMED_CAUSES)
                        .map(Cause::title)
                        .toList()));
        if (!recommendation.sharedTerms().isEmpty()) {
            sentence.append(" (")
                    .append(String.join(
                            ", ",
                            recommendation.sharedTerms().stream()
                                    .limit(NAMED_TERMS)
                                    .toList()))
                    .append(')');
        }
        return sentence.append('.').toString();
    }
}
