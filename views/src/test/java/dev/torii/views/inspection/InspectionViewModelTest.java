package dev.torii.views.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.RecommendationList;
import dev.torii.views.feedback.Phase;
import dev.torii.views.fx.ManualExecutor;
import dev.torii.views.fx.Threads;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InspectionViewModelTest {
    private final SmallTown town = new SmallTown();
    private final ManualExecutor background = new ManualExecutor();
    private final InspectionViewModel model =
            new InspectionViewModel(town, new Threads(background, Runnable::run), Duration.ZERO);

    @Test
    void findsTheMostActiveUsersFirstAndThenThoseThatMatch() {
        model.refresh();
        background.runAll();
        assertThat(model.users().valueProperty().get())
                .containsExactly(SmallTown.ALICE, SmallTown.BOB, SmallTown.STRANGER);
        model.queryProperty().set(" bo ");
        background.runAll();
        assertThat(model.users().valueProperty().get()).containsExactly(SmallTown.BOB);
        model.queryProperty().set("nobody");
        background.runAll();
        assertThat(model.users().phaseProperty().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void aChosenUserHasHistoryRecommendationsAndTheFirstOnesReasons() {
        choose(SmallTown.ALICE);
        background.runAll();
        assertThat(model.history().valueProperty().get())
                .singleElement()
                .satisfies(entry -> assertThat(entry.video().title()).isEqualTo("seen by alice"));
        assertThat(titles(model)).startsWith("for alice 1");
        assertThat(model.chosenProperty().get())
                .satisfies(item -> assertThat(item.rank()).isEqualTo(1));
    }

    @Test
    void theAnswerForTheUserBeforeIsNeverShown() {
        choose(SmallTown.ALICE);
        int askedForAlice = background.size();
        choose(SmallTown.BOB);
        // Bob's questions are answered first, Alice's come in late.
        for (int i = background.size() - askedForAlice; i > 0; i--) {
            background.runLast();
        }
        background.runAll();
        assertThat(titles(model)).startsWith("for bob 1");
        assertThat(model.history().valueProperty().get())
                .singleElement()
                .satisfies(entry -> assertThat(entry.video().title()).isEqualTo("seen by bob"));
    }

    @Test
    void choosingAnotherUserTakesTheOldAnswerAwayAtOnce() {
        choose(SmallTown.ALICE);
        background.runAll();
        choose(SmallTown.BOB);
        assertThat(model.recommendations().valueProperty().get()).isNull();
        assertThat(model.recommendations().phaseProperty().get()).isEqualTo(Phase.LOADING);
        assertThat(model.chosenProperty().get()).isNull();
    }

    @Test
    void filtersAreAskedForAndTheOldListStaysUntilTheNewOneComes() {
        choose(SmallTown.ALICE);
        background.runAll();
        model.filters().genres().add("Comedy");
        model.filters().countProperty().set(10);
        model.filters().excludeLikedProperty().set(false);
        assertThat(model.recommendations().valueProperty().get()).isNotNull();
        background.runAll();
        assertThat(town.requests().getLast()).satisfies(request -> {
            assertThat(request.count()).isEqualTo(10);
            assertThat(request.explain()).isTrue();
            assertThat(request.filter().genres()).containsExactly("Comedy");
            assertThat(request.filter().excludeLiked()).isFalse();
        });
        // Only the last of three quick changes was asked.
        assertThat(town.requests()).hasSize(2);
        assertThat(model.recommendations().valueProperty().get())
                .satisfies(list -> assertThat(list.items()).hasSize(10));
    }

    @Test
    void nothingThatPassesIsEmptyAndAnErrorIsFailed() {
        choose(SmallTown.ALICE);
        model.filters().genres().add("Nothing");
        background.runAll();
        assertThat(model.recommendations().phaseProperty().get()).isEqualTo(Phase.EMPTY);
        town.breakDown();
        model.recommend();
        background.runAll();
        assertThat(model.recommendations().phaseProperty().get()).isEqualTo(Phase.FAILED);
        assertThat(model.recommendations().problemProperty().get())
                .satisfies(problem -> assertThat(problem.detail()).isEqualTo("No model is active."));
        assertThat(model.chosenProperty().get()).isNull();
    }

    @Test
    void anotherPageMayNameTheUser() {
        model.refresh();
        model.inspect(SmallTown.BOB.id());
        background.runAll();
        assertThat(model.userProperty().get()).isEqualTo(SmallTown.BOB);
        assertThat(model.choicesProperty().get().genres()).contains("Drama");
        assertThat(titles(model)).startsWith("for bob 1");
    }

    private void choose(UserSummary user) {
        model.userProperty().set(user);
    }

    private static String titles(InspectionViewModel model) {
        RecommendationList list = model.recommendations().valueProperty().get();
        return list == null || list.items().isEmpty()
                ? ""
                : list.items().getFirst().video().title();
    }
}
