package dev.torii.engine.embed.registry;

import dev.torii.models.monitoring.AlertSeverity;

/// Where parts of the engine say that somebody should look at something, and that it is over.
public interface AlertSink {
    /// Nobody listens.
    AlertSink NONE = new AlertSink() {
        @Override
        public void raise(String key, AlertSeverity severity, String title, String detail) {
            // nobody listens
        }

        @Override
        public void resolve(String key) {
            // nobody listens
        }
    };

    /// Opens an alert, or counts it once more while one of the same key is open. Never fails.
    void raise(String key, AlertSeverity severity, String title, String detail);

    /// Closes the open alert of this key; nothing happens when there is none. Never fails.
    void resolve(String key);
}
