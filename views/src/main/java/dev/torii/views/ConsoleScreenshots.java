package dev.torii.views;

import dev.torii.engine.Engine;
import dev.torii.views.i18n.Language;
import dev.torii.views.screenshot.ScreenshotRun;
import dev.torii.views.theme.Theme;
import java.nio.file.Path;
import java.util.List;

/// Pictures of the console, rendered without a display.
public final class ConsoleScreenshots {
    private ConsoleScreenshots() {}

    /// Renders every view, filled from `engine` as well as empty, loading and failed, in light and dark,
    /// Japanese and English, into PNG files such as `overview-filled-light-ja.png`. Starts the toolkit when it
    /// does not run yet; the caller ends it with `Platform.exit()`.
    ///
    /// Where there is no display the process has to run with `-Dglass.platform=Headless -Dprism.order=sw`.
    ///
    /// @return the files, in the order in which they were rendered
    /// @throws dev.torii.models.problem.ToriiException HOME_UNUSABLE when `folder` cannot be written
    public static List<Path> render(Engine engine, Path folder) {
        return render(engine, folder, List.of(Theme.values()), List.of(Language.values()));
    }

    /// As above, in some looks only.
    public static List<Path> render(Engine engine, Path folder, List<Theme> themes, List<Language> languages) {
        return new ScreenshotRun(engine, folder).render(themes, languages);
    }
}
