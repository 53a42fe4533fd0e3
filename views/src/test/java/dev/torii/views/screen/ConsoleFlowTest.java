package dev.torii.views.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.Engine;
import dev.torii.engine.EngineConfig;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.connection.EngineConnection;
import dev.torii.views.fx.Threads;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.shell.PageRegistry;
import dev.torii.views.shell.ShellView;
import dev.torii.views.shell.ShellViewModel;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole way on a real engine with its own database: from an empty home to recommendations with their reasons.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ConsoleFlowTest {
    private static final int VIDEOS = 240;
    private static final int USERS = 120;

    @TempDir
    private Path home;

    private final CountDownLatch mayOpen = new CountDownLatch(1);
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Appearance appearance = new Appearance(Theme.LIGHT);
    private final Threads threads = Threads.ofConsole();
    private EngineConnection connection;
    private ShellViewModel model;
    private Engine engine;
    private Scene scene;

    @Start
    void show(Stage stage) {
        connection = new EngineConnection(
                () -> {
                    mayOpen.await();
                    engine = Engine.open(config());
                    return engine;
                },
                threads);
        connection.open();
        model = new ShellViewModel(connection, new NavigationTarget.Overview(), threads);
        ShellView shell = new ShellView(model, PageRegistry.ofEngine(), messages, appearance);
        scene = new Scene(shell.root(), 980, 760);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        model.close();
        connection.close();
    }

    @Test
    void leadsFromAnEmptyHomeToRecommendations(FxRobot robot) throws TimeoutException {
        assertThat(texts(robot)).contains("Torii is starting", "Database: starting");
        mayOpen.countDown();
        until(60, () -> texts(robot).contains("The catalogue is empty"));
        assertThat(texts(robot)).contains("Database: up", "Fill with the sample catalogue");

        engine.sample().fill(VIDEOS, USERS, 7);
        until(60, () -> texts(robot).contains("No model has been trained"));
        assertThat(texts(robot)).contains("240", "120");

        robot.interact(() -> model.activityOpenProperty().set(false));
        robot.clickOn("#start-TRAIN");
        until(60, () -> texts(robot).contains("All is well. Catalogue, model and embeddings are in step."));
        assertThat(texts(robot).stream().filter(text -> text.startsWith("Done in")))
                .hasSize(2);
        robot.interact(() -> model.activityOpenProperty().set(false));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(20, () -> !this.<UserSummary>list("#users").getItems().isEmpty());
        robot.interact(() -> list("#users").getSelectionModel().selectFirst());
        until(20, () -> this.<Recommendation>list("#recommendations").getItems().size() == 20);
        Recommendation first =
                this.<Recommendation>list("#recommendations").getItems().getFirst();
        assertThat(first.causes()).isNotEmpty();
        assertThat(first.parts().stream().mapToDouble(part -> part.value()).sum())
                .isCloseTo(first.score(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(texts(robot))
                .contains("Why this video", first.causes().getFirst().title());

        robot.clickOn("#language-ja");
        assertThat(texts(robot)).contains("推薦の理由", "行動履歴").doesNotContain("Why this video");
        robot.clickOn("#theme-switch");
        assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        until(10, () -> texts(robot).contains("稼働状態"));
    }

    private EngineConfig config() {
        EngineConfig defaults = EngineConfig.defaults(home);
        EngineConfig.TrainingConfig training = defaults.training();
        Path programs = Path.of(System.getProperty("torii.test.cache"), "postgres");
        return defaults.withDatabase(new EngineConfig.DatabaseConfig(null, null, null, 2, 0, programs, null))
                .withTraining(new EngineConfig.TrainingConfig(
                        training.seed(),
                        3,
                        256,
                        training.dimension(),
                        training.learningRate(),
                        training.temperature(),
                        training.minRating()));
    }

    @SuppressWarnings("unchecked")
    private <T> ListView<T> list(String id) {
        return (ListView<T>) scene.lookup(id);
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled && shown(labeled)).queryAll().stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !(node instanceof Button button && button.isDisabled());
    }

    private static void until(int seconds, BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> {
            Thread.sleep(Duration.ofMillis(50));
            return FxThread.call(condition::getAsBoolean);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
