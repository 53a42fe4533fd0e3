package dev.torii.engine.schedule;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A cron expression of the configuration: five fields (minute, hour, day, month, weekday), or six with the
/// second first. `off` and `-` mean never.
public final class CronExpression {
    private static final Set<String> NEVER = Set.of("off", "-");
    private static final int FIELDS_OF_UNIX = 5;

    private CronExpression() {}

    /// What must be written where [#isValid] says no.
    public static String demand() {
        return "a cron expression such as \"0 4 * * SUN\" (minute hour day month weekday), or off";
    }

    public static boolean isValid(String text) {
        try {
            schedule(text, ZoneId.of("UTC"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean isTimeZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// @param key of the configuration, for the error
    /// @return empty: never
    /// @throws ToriiException CONFIGURATION
    static Optional<Schedule> of(String key, String text, String timeZone) {
        if (!isTimeZone(timeZone)) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "`schedule.timeZone` is no time zone: \"%s\".".formatted(timeZone),
                    "Maybe Asia/Tokyo or UTC.");
        }
        try {
            return schedule(text, ZoneId.of(timeZone));
        } catch (IllegalArgumentException e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "`%s` must be %s, not \"%s\".".formatted(key, demand(), text),
                    "Maybe a field is missing: " + e.getMessage(),
                    e);
        }
    }

    private static Optional<Schedule> schedule(String text, ZoneId zone) {
        String plain = text.strip();
        if (NEVER.contains(plain.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        CronStyle style = plain.split("\\s+", -1).length == FIELDS_OF_UNIX ? CronStyle.UNIX : CronStyle.SPRING53;
        return Optional.of(new CronSchedule(plain, zone, style));
    }
}
