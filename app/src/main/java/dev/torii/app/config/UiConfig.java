package dev.torii.app.config;

import org.jspecify.annotations.Nullable;

/// The console's looks.
///
/// @param language null: the system's when it is one of ours, else English
/// @param theme null: what the desktop prefers
public record UiConfig(
        @Nullable Language language, @Nullable Theme theme) {
    public static final UiConfig DEFAULT = new UiConfig(null, null);

    /// A language of the console.
    public enum Language {
        JA,
        EN
    }

    /// A colour theme of the console.
    public enum Theme {
        LIGHT,
        DARK
    }
}
