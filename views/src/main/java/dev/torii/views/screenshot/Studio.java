package dev.torii.views.screenshot;

import dev.torii.engine.Engine;
import dev.torii.views.connection.EngineConnection;
import dev.torii.views.fx.Threads;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import dev.torii.views.screenshot.Shot.Engines;
import dev.torii.views.shell.ShellView;
import dev.torii.views.shell.ShellViewModel;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/// Takes pictures of whole consoles in one look. The scene never enters a window, so it may be larger than the
/// screen.
final class Studio {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Engine engine;
    private final Theme theme;
    private final Language language;

    Studio(Engine engine, Theme theme, Language language) {
        this.engine = engine;
        this.theme = theme;
        this.language = language;
    }

    /// @return the file that was written
    Path take(Shot shot, Path folder) throws IOException, InterruptedException {
        QuietThreads quiet = new QuietThreads();
        Threads threads = shot.engines() == Engines.SILENT
                ? new Threads(unanswered(), quiet.threads().screen())
                : quiet.threads();
        EngineConnection connection = connection(shot, threads, quiet);
        Console console = CompletableFuture.supplyAsync(() -> build(shot, connection, threads), Platform::runLater)
                .join();
        quiet.await();
        WritableImage image = CompletableFuture.supplyAsync(console::photograph, Platform::runLater)
                .join();
        Path file = folder.resolve(shot.name() + "-" + theme.code() + "-" + language.code() + ".png");
        Png.write(image, file);
        return file;
    }

    private EngineConnection connection(Shot shot, Threads threads, QuietThreads quiet) throws InterruptedException {
        EngineConnection connection = switch (shot.engines()) {
            case STARTING -> new EngineConnection(() -> engine, threads);
            case FAILED ->
                new EngineConnection(
                        () -> {
                            throw LostDatabase.lost();
                        },
                        threads);
            case SILENT, READY -> EngineConnection.ready(engine, threads);
        };
        if (shot.engines() == Engines.FAILED) {
            connection.open();
            quiet.await();
        }
        return connection;
    }

    private Console build(Shot shot, EngineConnection connection, Threads threads) {
        Messages messages = new Messages(language);
        Appearance appearance = new Appearance(theme);
        ShellViewModel model = new ShellViewModel(connection, shot.place(), threads);
        model.activityOpenProperty().set(false);
        ShellView shell = new ShellView(model, shot.pages(), messages, appearance);
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        appearance.dress(scene);
        shell.root().applyCss();
        shell.root().layout();
        return new Console(model, scene);
    }

    private static Executor unanswered() {
        return question -> {};
    }

    /// A console without a window.
    private record Console(ShellViewModel model, Scene scene) {
        WritableImage photograph() {
            // Lists fill their cells, and wrapped text finds its height, over more than one round of layout.
            for (int round = 0; round < 3; round++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            model.close();
            return scene.snapshot(null);
        }
    }
}
