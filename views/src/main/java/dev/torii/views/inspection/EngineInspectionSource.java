package dev.torii.views.inspection;

import dev.torii.engine.Engine;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.people.Caller;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The inspection of an engine's users, as service.
public final class EngineInspectionSource implements InspectionSource {
    private static final int CHOICES = 500;

    private final Engine engine;

    public EngineInspectionSource(Engine engine) {
        this.engine = engine;
    }

    @Override
    public List<UserSummary> users(String part, int limit) {
        return engine.people().search(part, limit);
    }

    @Override
    public Optional<UserSummary> user(UUID id) {
        return engine.people().find(id.toString());
    }

    @Override
    public List<HistoryEntry> history(UUID userId, int limit) {
        return engine.people().history(userId, limit);
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        return engine.recommender().recommend(Caller.SERVICE, request);
    }

    @Override
    public FilterChoices filterChoices() {
        return new FilterChoices(
                engine.catalog().termNames(TermKind.GENRE, CHOICES),
                engine.catalog().termNames(TermKind.MAKER, CHOICES));
    }
}
