package dev.torii.app.config;

import java.util.List;

/// The headless server.
///
/// @param port 0: any free one
/// @param corsOrigins the origins whose pages may call; `*`: all
/// @param maxBodyBytes longer request bodies are answered with 413
public record HttpConfig(String host, int port, List<String> corsOrigins, int maxBodyBytes) {
    public static final HttpConfig DEFAULT = new HttpConfig("127.0.0.1", 8080, List.of("*"), 1_048_576);

    public HttpConfig {
        corsOrigins = List.copyOf(corsOrigins);
    }

    public HttpConfig withAddress(String changedHost, int changedPort) {
        return new HttpConfig(changedHost, changedPort, corsOrigins, maxBodyBytes);
    }
}
