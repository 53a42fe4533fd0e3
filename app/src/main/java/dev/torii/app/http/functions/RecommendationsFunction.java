package dev.torii.app.http.functions;

import dev.torii.engine.Engine;
import java.util.Map;

/// `POST recommendations/enhanced_two_tower`: the best videos for a user, under filters, with reasons on request.
public final class RecommendationsFunction implements EdgeFunction {
    private final Engine engine;

    public RecommendationsFunction(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "recommendations/enhanced_two_tower";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", this::recommend);
    }

    private RecommendationsAnswer recommend(FunctionRequest request) {
        RecommendationQuery query =
                RecommendationQuery.read(request.subject(request.body().uuid("user_id")), request.body());
        return RecommendationsAnswer.of(
                engine.recommender().recommend(request.caller(), query.request()), query, request.requestId());
    }
}
