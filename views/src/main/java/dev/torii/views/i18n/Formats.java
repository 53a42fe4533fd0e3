package dev.torii.views.i18n;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Numbers, dates and durations in the language of the console, times in the zone of the machine.
public final class Formats {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private final Messages messages;
    private final ZoneId zone;

    public Formats(Messages messages) {
        this(messages, ZoneId.systemDefault());
    }

    public Formats(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /// A whole number with its thousands told apart.
    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /// A number with `digits` digits after the point.
    public String decimal(double value, int digits) {
        return String.format(locale(), "%,." + digits + "f", rounded(value, digits));
    }

    /// A number with its sign: `+0.120`.
    public String signed(double value, int digits) {
        double shown = rounded(value, digits);
        return String.format(locale(), (shown == 0 ? "%,." : "%+,.") + digits + "f", shown);
    }

    // What rounds to nothing has no sign.
    private static double rounded(double value, int digits) {
        double step = Math.pow(10, digits);
        return Math.abs(value) * step < 0.5 ? 0 : value;
    }

    /// A share (0 to 1) in per cent; never rounded up to 100.
    public String percent(double share) {
        double percent = Math.floor(share * 1000 + 1e-9) / 10;
        return String.format(locale(), percent >= 100 ? "%.0f%%" : "%.1f%%", percent);
    }

    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .withZone(zone)
                .format(instant);
    }

    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .withZone(zone)
                .format(instant);
    }

    /// A span of time in at most two units.
    public String duration(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        if (duration.toMillis() < 1000) {
            return messages.text("duration.milliseconds", count(duration.toMillis()));
        }
        if (seconds < MINUTE) {
            return messages.text("duration.seconds", seconds);
        }
        if (seconds < HOUR) {
            return messages.text("duration.minutes", seconds / MINUTE, seconds % MINUTE);
        }
        return messages.text("duration.hours", seconds / HOUR, seconds % HOUR / MINUTE);
    }

    private Locale locale() {
        return messages.language().locale();
    }
}
