package dev.torii.app.config;

import java.util.List;

/// The configuration together with the account of where each value came from.
public record LoadedConfig(ToriiConfig config, List<EffectiveSetting> settings) {
    public LoadedConfig {
        settings = List.copyOf(settings);
    }
}
