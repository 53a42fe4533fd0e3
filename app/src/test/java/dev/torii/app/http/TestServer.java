package dev.torii.app.http;

import dev.torii.app.config.AuthConfig;
import dev.torii.app.config.HttpConfig;
import dev.torii.app.config.ToriiConfig;
import dev.torii.app.http.auth.TokenMinter;
import dev.torii.app.http.auth.Tokens;
import dev.torii.engine.Engine;
import dev.torii.engine.EngineConfig;
import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.models.people.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server on a free port of this machine over an engine with an embedded database, and a client of it.
final class TestServer implements AutoCloseable {
    static final int MAX_BODY_BYTES = 64 * 1024;
    static final String RECOMMENDATIONS = "/functions/v1/recommendations/enhanced_two_tower";
    static final String LIKES = "/functions/v1/user-management/likes";
    static final String USER_EMBEDDING = "/functions/v1/user_embedding_v2";

    private final Path home;
    private final ToriiConfig config;
    private final Engine engine;
    private final HttpServer server;
    private final TokenMinter minter;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Catalogue catalogue;
    private @Nullable String modelVersion;

    TestServer() {
        try {
            home = Files.createTempDirectory("torii-http-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config = ToriiConfig.defaults(home)
                .withAuth(new AuthConfig(Tokens.SECRET, null, Tokens.ISSUER, Tokens.AUDIENCE))
                .withHttp(new HttpConfig("127.0.0.1", 0, List.of("*"), MAX_BODY_BYTES));
        engine = Engine.open(engineConfig(home));
        server = HttpServer.start(engine, config);
        minter = TokenMinter.of(config.auth(), home, Clock.systemUTC()).orElseThrow();
    }

    /// An embedded database whose programs are unpacked once for all tests.
    static EngineConfig engineConfig(Path home) {
        Path programs = Path.of(System.getProperty("torii.test.cache"), "postgres");
        return EngineConfig.defaults(home).withDatabase(new DatabaseConfig(null, null, null, 4, 0, programs, null));
    }

    /// The catalogue; filled when the first test asks for it.
    synchronized Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = Catalogue.fill(engine);
        }
        return catalogue;
    }

    /// The version of the towers; trained on the catalogue, and everything encoded, when the first test asks for
    /// it.
    synchronized String modelVersion() {
        if (modelVersion == null) {
            catalogue();
            modelVersion = Catalogue.train(engine);
        }
        return modelVersion;
    }

    Engine engine() {
        return engine;
    }

    ToriiConfig config() {
        return config;
    }

    int port() {
        return server.port();
    }

    String serviceToken() {
        return token(Caller.SERVICE);
    }

    String anonymousToken() {
        return token(Caller.ANONYMOUS);
    }

    String userToken(UUID user) {
        return token(new Caller.User(user));
    }

    private String token(Caller caller) {
        return minter.mint(caller, Duration.ofMinutes(10));
    }

    Reply get(String path, String token) {
        return send(request(path).header("authorization", "Bearer " + token).GET());
    }

    Reply post(String path, String token, String json) {
        return call("POST", path, token, json);
    }

    Reply call(String method, String path, String token, String json) {
        return send(request(path)
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        engine.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
