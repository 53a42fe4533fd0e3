package dev.torii.app.config;

import org.jspecify.annotations.Nullable;

/// A key with the value that holds and where it came from.
///
/// @param value in the key's type; null: not set. It may be a secret: show it with [#shown]
/// @param source `default`, or the place that set it
public record EffectiveSetting(ConfigKey key, @Nullable Object value, String source) {
    /// The value as it is shown: secrets as `***`, empty when not set.
    public String shown() {
        return key.show(value);
    }

    @Override
    public String toString() {
        return key.fullName() + "=" + shown() + " (" + source + ")";
    }
}
