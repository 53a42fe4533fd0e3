package dev.torii.views;

import dev.torii.views.connection.EngineConnection;
import dev.torii.views.fx.Threads;
import dev.torii.views.i18n.Messages;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.shell.PageRegistry;
import dev.torii.views.shell.ShellView;
import dev.torii.views.shell.ShellViewModel;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The console's window.
final class ConsoleWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 600;

    private final ConsoleOptions options;
    private final EngineConnection connection;
    private final Threads threads;
    private final Runnable onClosed;

    ConsoleWindow(ConsoleOptions options, EngineConnection connection, Threads threads, Runnable onClosed) {
        this.options = options;
        this.connection = connection;
        this.threads = threads;
        this.onClosed = onClosed;
    }

    /// Builds and shows the window. To be called on the JavaFX thread.
    void show() {
        Messages messages = new Messages(options.language());
        Theme chosen = options.theme();
        Appearance appearance = new Appearance(chosen == null ? Theme.ofDesktop() : chosen);
        ShellViewModel model = new ShellViewModel(connection, new NavigationTarget.Overview(), threads);
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, failure) -> model.problems().report(failure));
        ShellView shell = new ShellView(model, PageRegistry.ofEngine(), messages, appearance);

        Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(shell.root(), Math.min(WIDTH, bounds.getWidth()), Math.min(HEIGHT, bounds.getHeight()));
        appearance.dress(scene);
        Stage stage = new Stage();
        stage.titleProperty().bind(messages.observe("app.title"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!shell.mayClose(stage::close)) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            model.close();
            onClosed.run();
        });
        stage.show();
    }
}
