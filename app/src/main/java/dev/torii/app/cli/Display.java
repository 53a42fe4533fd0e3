package dev.torii.app.cli;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be shown.
final class Display {
    private Display() {}

    static boolean isThere(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win") || system.contains("mac")) {
            return !environment.containsKey("SSH_CONNECTION");
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
