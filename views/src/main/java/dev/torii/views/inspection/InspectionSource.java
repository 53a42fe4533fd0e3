package dev.torii.views.inspection;

import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where the inspection gets its answers. Every method may block.
public interface InspectionSource {
    /// Users whose id holds `part`; the most active ones when it is blank.
    List<UserSummary> users(String part, int limit);

    Optional<UserSummary> user(UUID id);

    /// Newest first.
    List<HistoryEntry> history(UUID userId, int limit);

    RecommendationList recommend(RecommendationRequest request);

    /// Names to filter by, most used first.
    FilterChoices filterChoices();

    /// The names that the filters offer.
    record FilterChoices(List<String> genres, List<String> makers) {
        public FilterChoices {
            genres = List.copyOf(genres);
            makers = List.copyOf(makers);
        }
    }
}
