package dev.torii.views.screenshot;

import dev.torii.engine.Engine;
import dev.torii.models.people.UserSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.views.i18n.Language;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.screenshot.Shot.Engines;
import dev.torii.views.shell.PageRegistry;
import dev.torii.views.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Takes every picture in every look.
public final class ScreenshotRun {
    private final Engine engine;
    private final Path folder;

    public ScreenshotRun(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /// Renders every view in each of these looks; see `ConsoleScreenshots`.
    public List<Path> render(List<Theme> themes, List<Language> languages) {
        try {
            Files.createDirectories(folder);
            startToolkit();
            List<Path> files = new ArrayList<>();
            List<Shot> shots = shots();
            for (Theme theme : themes) {
                for (Language language : languages) {
                    Studio studio = new Studio(engine, theme, language);
                    for (Shot shot : shots) {
                        files.add(studio.take(shot, folder));
                    }
                }
            }
            return files;
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The pictures cannot be written to " + folder + ": " + e.getMessage() + ".",
                    "Maybe the folder is read-only or the disk is full.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Cancelled.", "", e);
        }
    }

    private List<Shot> shots() {
        PageRegistry real = PageRegistry.ofEngine();
        EmptyHome nothing = new EmptyHome();
        PageRegistry empty = new PageRegistry(any -> nothing, any -> nothing);
        LostDatabase gone = new LostDatabase();
        PageRegistry lost = new PageRegistry(any -> gone, any -> gone);
        NavigationTarget overview = new NavigationTarget.Overview();
        NavigationTarget nobody = new NavigationTarget.Inspection(null);
        List<Shot> shots = new ArrayList<>(List.of(
                new Shot("overview-filled", Engines.READY, real, overview),
                new Shot("overview-empty", Engines.READY, empty, overview),
                new Shot("overview-loading", Engines.SILENT, real, overview),
                new Shot("overview-failed", Engines.READY, lost, overview),
                new Shot("inspection-idle", Engines.READY, real, nobody),
                new Shot("inspection-empty", Engines.READY, empty, nobody),
                new Shot("inspection-loading", Engines.SILENT, real, nobody),
                new Shot("inspection-failed", Engines.READY, lost, nobody),
                new Shot("shell-starting", Engines.STARTING, real, overview),
                new Shot("shell-failed", Engines.FAILED, real, overview)));
        UUID user = mostActiveUser();
        if (user != null) {
            shots.addFirst(new Shot("inspection-filled", Engines.READY, real, new NavigationTarget.Inspection(user)));
        }
        return shots;
    }

    private @Nullable UUID mostActiveUser() {
        return engine.people().search("", 1).stream()
                .map(UserSummary::id)
                .findFirst()
                .orElse(null);
    }

    private static void startToolkit() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException running) {
            up.countDown();
        }
        up.await();
        Platform.setImplicitExit(false);
    }
}
