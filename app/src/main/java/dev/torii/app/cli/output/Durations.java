package dev.torii.app.cli.output;

import java.time.Duration;
import java.util.Locale;

/// Durations for people.
public final class Durations {
    private Durations() {}

    /// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`.
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
