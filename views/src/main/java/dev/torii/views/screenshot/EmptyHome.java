package dev.torii.views.screenshot;

import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import dev.torii.views.inspection.InspectionSource;
import dev.torii.views.overview.OverviewAction;
import dev.torii.views.overview.OverviewFacts;
import dev.torii.views.overview.OverviewSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the pages read in a home where nothing has been done yet.
final class EmptyHome implements OverviewSource, InspectionSource {
    @Override
    public OverviewFacts read() {
        return new OverviewFacts(
                new CatalogCounts(0, 0, 0, 0, 0, 0),
                null,
                null,
                List.of(
                        new PartHealth("database", PartState.UP, ""),
                        new PartHealth("model", PartState.EMPTY, ""),
                        new PartHealth("index", PartState.EMPTY, "")),
                null);
    }

    @Override
    public void start(OverviewAction action) {
        throw new UnsupportedOperationException("a picture starts nothing");
    }

    @Override
    public List<UserSummary> users(String part, int limit) {
        return List.of();
    }

    @Override
    public Optional<UserSummary> user(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<HistoryEntry> history(UUID userId, int limit) {
        return List.of();
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        throw new ToriiException(ErrorCode.NO_MODEL, "No model is active.", "Maybe train one: torii train.");
    }

    @Override
    public FilterChoices filterChoices() {
        return new FilterChoices(List.of(), List.of());
    }
}
