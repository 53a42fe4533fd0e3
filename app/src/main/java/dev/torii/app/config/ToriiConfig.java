package dev.torii.app.config;

import dev.torii.engine.EngineConfig;
import java.nio.file.Path;

/// The whole configuration; immutable. A component for each section, and in a section a component for each
/// key.
///
/// @param home the folder under which everything is written; chosen by [HomeFolder], not by a key
public record ToriiConfig(
        Path home,
        EngineConfig.DatabaseConfig database,
        EngineConfig.DmmConfig dmm,
        EngineConfig.IndexConfig index,
        EngineConfig.TrainingConfig training,
        EngineConfig.ServingConfig serving,
        AuthConfig auth,
        HttpConfig http,
        MonitorConfig monitor,
        AlertsConfig alerts,
        EngineConfig.ScheduleConfig schedule,
        UiConfig ui) {

    /// What holds when nothing is configured.
    public static ToriiConfig defaults(Path home) {
        return new ToriiConfig(
                home,
                EngineConfig.DatabaseConfig.DEFAULT,
                EngineConfig.DmmConfig.DEFAULT,
                EngineConfig.IndexConfig.DEFAULT,
                EngineConfig.TrainingConfig.DEFAULT,
                EngineConfig.ServingConfig.DEFAULT,
                AuthConfig.DEFAULT,
                HttpConfig.DEFAULT,
                MonitorConfig.DEFAULT,
                AlertsConfig.DEFAULT,
                EngineConfig.ScheduleConfig.DEFAULT,
                UiConfig.DEFAULT);
    }

    /// The part that the engine needs.
    public EngineConfig engine() {
        return new EngineConfig(home, database, dmm, index, training, serving, schedule);
    }

    public ToriiConfig withAuth(AuthConfig changed) {
        return new ToriiConfig(
                home, database, dmm, index, training, serving, changed, http, monitor, alerts, schedule, ui);
    }

    public ToriiConfig withHttp(HttpConfig changed) {
        return new ToriiConfig(
                home, database, dmm, index, training, serving, auth, changed, monitor, alerts, schedule, ui);
    }
}
