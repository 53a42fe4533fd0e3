package dev.torii.views.inspection;

import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.LatestRequest;
import dev.torii.views.fx.Threads;
import dev.torii.views.inspection.InspectionSource.FilterChoices;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The state of the inspection: a search finds users; the chosen user has a history and recommendations; the chosen
/// recommendation has its reasons.
public final class InspectionViewModel {
    private static final Duration TYPING = Duration.ofMillis(200);
    private static final int USERS = 100;
    private static final int HISTORY = 200;

    private final InspectionSource source;
    private final Filters filters = new Filters();
    private final StringProperty query = new SimpleStringProperty("");
    private final Answer<List<UserSummary>> users;
    private final Answer<List<HistoryEntry>> history;
    private final Answer<RecommendationList> recommendations;
    private final LatestRequest choosing;
    private final LatestRequest finding;
    private final ReadOnlyObjectWrapper<FilterChoices> choices =
            new ReadOnlyObjectWrapper<>(new FilterChoices(List.of(), List.of()));
    private final ObjectProperty<@Nullable UserSummary> user = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Recommendation> chosen = new SimpleObjectProperty<>();

    public InspectionViewModel(InspectionSource source, Threads threads) {
        this(source, threads, TYPING);
    }

    InspectionViewModel(InspectionSource source, Threads threads, Duration typing) {
        this.source = source;
        users = new Answer<>(threads, List::isEmpty);
        history = new Answer<>(threads, List::isEmpty);
        recommendations = new Answer<>(threads, list -> list.items().isEmpty());
        choosing = new LatestRequest(threads);
        finding = new LatestRequest(threads);
        query.addListener((observed, before, now) -> findUsers(typing));
        user.addListener((observed, before, now) -> {
            history.clear();
            recommendations.clear();
            readUser(now);
        });
        filters.onChange(this::recommend);
        recommendations.valueProperty().addListener((observed, before, now) -> chooseFirst(now));
    }

    /// The text of the search; setting it searches, after a moment without further typing.
    public StringProperty queryProperty() {
        return query;
    }

    public Filters filters() {
        return filters;
    }

    public Answer<List<UserSummary>> users() {
        return users;
    }

    public Answer<List<HistoryEntry>> history() {
        return history;
    }

    public Answer<RecommendationList> recommendations() {
        return recommendations;
    }

    public ReadOnlyObjectProperty<FilterChoices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// The user under the glass; null while none is chosen.
    public ObjectProperty<@Nullable UserSummary> userProperty() {
        return user;
    }

    /// The recommendation whose reasons are shown.
    public ObjectProperty<@Nullable Recommendation> chosenProperty() {
        return chosen;
    }

    /// Reads again what may have changed while the page was away.
    public void refresh() {
        choosing.ask(source::filterChoices, choices::set, Problems::logged);
        findUsers(Duration.ZERO);
        readUser(user.get());
    }

    /// Puts a user under the glass whom another page named.
    public void inspect(UUID userId) {
        finding.ask(() -> source.user(userId), found -> found.ifPresent(user::set), Problems::logged);
    }

    /// Searches again with the same text.
    public void findAgain() {
        findUsers(Duration.ZERO);
    }

    /// Asks for the recommendations of the user again.
    public void recommend() {
        UserSummary inspected = user.get();
        if (inspected == null) {
            recommendations.clear();
        } else {
            var request = filters.request(inspected.id());
            recommendations.ask(Duration.ZERO, () -> source.recommend(request));
        }
    }

    private void findUsers(Duration settle) {
        String part = query.get() == null ? "" : query.get().strip();
        users.ask(settle, () -> source.users(part, USERS));
    }

    private void readUser(@Nullable UserSummary inspected) {
        if (inspected == null) {
            history.clear();
        } else {
            history.ask(Duration.ZERO, () -> source.history(inspected.id(), HISTORY));
        }
        recommend();
    }

    private void chooseFirst(@Nullable RecommendationList list) {
        chosen.set(list == null || list.items().isEmpty() ? null : list.items().getFirst());
    }
}
