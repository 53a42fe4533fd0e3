package dev.torii.views.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The two looks of the console.
public enum Theme {
    LIGHT,
    DARK;

    /// The compiled stylesheet of the look.
    String stylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
            case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
        };
    }

    /// The name in file names: `light`, `dark`.
    public String code() {
        return this == LIGHT ? "light" : "dark";
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// What the desktop prefers. Needs a running toolkit.
    public static Theme ofDesktop() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }
}
