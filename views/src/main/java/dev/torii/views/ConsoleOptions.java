package dev.torii.views;

import dev.torii.engine.Engine;
import dev.torii.views.i18n.Language;
import dev.torii.views.theme.Theme;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// How the console starts.
///
/// @param opener opens the engine; called on a background thread, again when the user tries again
/// @param theme null: what the desktop prefers
public record ConsoleOptions(
        Callable<Engine> opener,
        Language language,
        @Nullable Theme theme) {

    /// In the language of the machine and the theme of the desktop.
    public static ConsoleOptions of(Callable<Engine> opener) {
        return new ConsoleOptions(opener, Language.of(Locale.getDefault()), null);
    }
}
