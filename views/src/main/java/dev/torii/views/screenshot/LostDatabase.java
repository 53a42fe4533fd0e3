package dev.torii.views.screenshot;

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

/// What the pages meet when the database went away.
final class LostDatabase implements OverviewSource, InspectionSource {
    @Override
    public OverviewFacts read() {
        throw lost();
    }

    @Override
    public void start(OverviewAction action) {
        throw lost();
    }

    @Override
    public List<UserSummary> users(String part, int limit) {
        throw lost();
    }

    @Override
    public Optional<UserSummary> user(UUID id) {
        throw lost();
    }

    @Override
    public List<HistoryEntry> history(UUID userId, int limit) {
        throw lost();
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        throw lost();
    }

    @Override
    public FilterChoices filterChoices() {
        throw lost();
    }

    static ToriiException lost() {
        return new ToriiException(
                ErrorCode.DATABASE_UNREACHABLE,
                "The database at localhost:5432 does not answer.",
                "Maybe it is down, or database.url names the wrong host.");
    }
}
