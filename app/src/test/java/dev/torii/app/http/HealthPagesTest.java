package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.torii.engine.Engine;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Whether the server lives, and whether it can answer.
@ExtendWith(SharedServer.class)
class HealthPagesTest {
    private final TestServer server;

    HealthPagesTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aLivingServerIsUpWithoutAToken() {
        Reply reply = server.send(server.request("/healthz").GET());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void withVectorsTheServerIsReadyAndNamesItsParts() {
        assertThat(server.modelVersion()).isNotEmpty();
        Reply reply = server.send(server.request("/readyz").GET());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("status").asText()).isEqualTo("ready");
        assertThat(reply.json().path("parts").findValuesAsText("part")).containsExactly("database", "model", "index");
        assertThat(reply.json().path("parts").findValuesAsText("state")).containsOnly("up");
    }

    @Test
    void withoutAModelItIsNotReadyAndSaysWhy(@TempDir Path home) {
        try (Engine empty = Engine.open(TestServer.engineConfig(home));
                HttpServer own = HttpServer.start(empty, server.config())) {
            URI address = URI.create("http://127.0.0.1:" + own.port() + "/readyz");
            Reply reply = server.send(HttpRequest.newBuilder(address).GET());
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("retry-after")).isNotEmpty();
            assertThat(reply.json().path("status").asText()).isEqualTo("not_ready");
            JsonNode model = reply.json().path("parts").path(1);
            assertThat(model.path("part").asText()).isEqualTo("model");
            assertThat(model.path("state").asText()).isIn("starting", "empty");
            Reply refused = server.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + own.port() + TestServer.RECOMMENDATIONS))
                            .header("authorization", "Bearer " + server.userToken(UUID.randomUUID()))
                            .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.error().path("code").asText()).isEqualTo("NO_MODEL");
            assertThat(refused.header("retry-after")).isNotEmpty();
        }
    }
}
