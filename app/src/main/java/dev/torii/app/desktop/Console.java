package dev.torii.app.desktop;

import dev.torii.app.config.UiConfig;
import dev.torii.engine.Engine;
import dev.torii.views.ConsoleApp;
import dev.torii.views.ConsoleOptions;
import dev.torii.views.ConsoleScreenshots;
import dev.torii.views.i18n.Language;
import dev.torii.views.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Opens the console of the views module as the configuration says.
public final class Console {
    /// Kept, since loggers without a reference are collected and forget their level.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private Console() {}

    /// Shows the window and returns when it was closed, or when this thread is interrupted.
    public static void show(Callable<Engine> opener, UiConfig ui) {
        silenceToolkit();
        ConsoleApp.launch(new ConsoleOptions(opener, language(ui.language()), theme(ui.theme())));
    }

    /// Renders every view into `folder`, off screen.
    ///
    /// @param language null: all
    /// @param theme null: all
    /// @return the files that were kept
    public static List<Path> screenshots(
            Engine engine, Path folder, UiConfig.@Nullable Language language, UiConfig.@Nullable Theme theme) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        silenceToolkit();
        try {
            return wanted(ConsoleScreenshots.render(engine, folder), language, theme);
        } finally {
            Platform.exit();
        }
    }

    /// The pictures of this language and theme, told by their names; the others are removed.
    private static List<Path> wanted(
            List<Path> files, UiConfig.@Nullable Language language, UiConfig.@Nullable Theme theme) {
        String looks = "-" + (theme == null ? "(light|dark)" : theme.name()) + "-"
                + (language == null ? "(ja|en)" : language.name()) + "\\.png";
        Pattern name = Pattern.compile(".*" + looks, Pattern.CASE_INSENSITIVE);
        List<Path> kept = new ArrayList<>();
        for (Path file : files) {
            if (name.matcher(file.getFileName().toString()).matches()) {
                kept.add(file);
            } else {
                remove(file);
            }
        }
        return kept;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language language(UiConfig.@Nullable Language configured) {
        return switch (configured) {
            case JA -> Language.JAPANESE;
            case EN -> Language.ENGLISH;
            case null -> Language.of(Locale.getDefault());
        };
    }

    private static @Nullable Theme theme(UiConfig.@Nullable Theme configured) {
        return switch (configured) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case null -> null;
        };
    }

    /// JavaFX remarks on standard error that it runs from the class path; that is meant so.
    private static void silenceToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
    }
}
