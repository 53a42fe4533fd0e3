package dev.torii.app.config;

/// Work that repeats by itself. The section has no keys yet; an empty one is accepted.
public record ScheduleConfig() {
    public static final ScheduleConfig DEFAULT = new ScheduleConfig();
}
