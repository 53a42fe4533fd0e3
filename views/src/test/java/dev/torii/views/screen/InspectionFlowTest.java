package dev.torii.views.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.fx.Threads;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import dev.torii.views.inspection.InspectionView;
import dev.torii.views.inspection.InspectionViewModel;
import dev.torii.views.inspection.ReasonScroll;
import dev.torii.views.inspection.SmallTown;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Navigator;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An inspector at work with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class InspectionFlowTest {
    private final SmallTown town = new SmallTown();
    private final Messages messages = new Messages(Language.ENGLISH);
    private ListView<UserSummary> users;
    private ListView<Recommendation> recommendations;

    @Start
    @SuppressWarnings("unchecked")
    void show(Stage stage) {
        InspectionViewModel model = new InspectionViewModel(town, Threads.ofConsole());
        NavigationTarget place = new NavigationTarget.Inspection(null);
        InspectionView view = new InspectionView(model, new Navigator(place), new ViewLoader(messages));
        Scene scene = new Scene(view.root(), 980, 700);
        new Appearance(Theme.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
        view.onShown(place);
        users = (ListView<UserSummary>) scene.lookup("#users");
        recommendations = (ListView<Recommendation>) scene.lookup("#recommendations");
    }

    @Test
    void findsAUserByTypingAndReadsWhy(FxRobot robot) throws TimeoutException {
        until(() -> users.getItems().size() == 3);
        robot.clickOn(robot.lookup("#search").queryAs(TextField.class)).write("bo");
        until(() -> users.getItems().size() == 1);
        robot.clickOn(users).type(KeyCode.DOWN);
        until(() -> recommendations.getItems().size() == 20);
        assertThat(recommendations.getItems().getFirst().video().title()).isEqualTo("for bob 1");
        assertThat(texts(robot)).contains("User bob", "Why this video", "An old favourite");

        robot.clickOn(recommendations).type(KeyCode.DOWN);
        until(() -> texts(robot).stream().anyMatch(text -> text.matches("[2-9]\\. for bob [2-9]")));
    }

    @Test
    void filtersAndSwitchesTheLanguageWhileItWorks(FxRobot robot) throws TimeoutException {
        until(() -> users.getItems().size() == 3);
        robot.interact(() -> users.getSelectionModel().select(SmallTown.ALICE));
        until(() -> recommendations.getItems().size() == 20);
        robot.clickOn(robot.lookup("#excludeLiked").queryAs(CheckBox.class));
        until(() -> !town.requests().getLast().filter().excludeLiked());
        robot.clickOn("Genre: any");
        robot.write("noth");
        robot.clickOn("Nothing");
        until(() -> recommendations.getItems().isEmpty());
        robot.type(KeyCode.ESCAPE);
        until(() -> texts(robot).contains("Nothing to recommend"));
        robot.interact(() -> messages.languageProperty().set(Language.JAPANESE));
        assertThat(texts(robot)).contains("推薦できる動画がありません", "ユーザー alice").doesNotContain("Nothing to recommend");
    }

    @Test
    void showsAllReasonsWithoutScrollingAndLeavesTheRestToTheHistory(FxRobot robot) throws TimeoutException {
        until(() -> users.getItems().size() == 3);
        robot.interact(() -> users.getSelectionModel().select(SmallTown.ALICE));
        until(() -> texts(robot).contains("Shared term 12"));
        Region why = robot.lookup("#why").queryAs(Region.class);
        Region card = robot.lookup("#whyCard").queryAs(Region.class);
        Region side = robot.lookup("#side").queryAs(Region.class);
        ReasonScroll scroll = robot.lookup(node -> node instanceof ReasonScroll).query();
        until(() -> scroll.getViewportBounds().getHeight() >= why.getHeight() - 1);
        double tall = card.getHeight();
        assertThat(tall).isBetween(why.getHeight(), side.getHeight() * 0.67);

        robot.interact(() -> users.getSelectionModel().select(SmallTown.STRANGER));
        until(() -> card.getHeight() < tall - 40);
        assertThat(scroll.getViewportBounds().getHeight()).isGreaterThanOrEqualTo(why.getHeight() - 1);
    }

    private static java.util.List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxThread.call(condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
