package dev.torii.engine.recommend;

import dev.torii.models.people.Caller;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;

/// Answers recommendations.
public final class RecommendService {
    /// @throws dev.torii.models.problem.ToriiException FORBIDDEN, NOT_FOUND (no such user), NO_MODEL, INVALID_VALUE
    /// (count, filter values)
    public RecommendationList recommend(Caller caller, RecommendationRequest request) {
        throw new IllegalStateException("not wired yet");
    }
}
