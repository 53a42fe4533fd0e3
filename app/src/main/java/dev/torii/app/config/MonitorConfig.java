package dev.torii.app.config;

/// What Torii says about itself.
///
/// @param logLevel what is written to `logs/torii.log`, from this level up
public record MonitorConfig(LogLevel logLevel) {
    public static final MonitorConfig DEFAULT = new MonitorConfig(LogLevel.INFO);

    /// How much is logged.
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
