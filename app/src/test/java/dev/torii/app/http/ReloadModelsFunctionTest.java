package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Products ask the server to load another model.
@ExtendWith(SharedServer.class)
class ReloadModelsFunctionTest {
    private static final String PATH = "/functions/v1/reload_models";

    private final TestServer server;

    ReloadModelsFunctionTest(TestServer server) {
        this.server = server;
    }

    @Test
    void theServiceReloadsWhatIsActiveAndNamesIt() {
        String version = server.modelVersion();
        for (String body : new String[] {"", "{\"version\":\"" + version + "\"}"}) {
            Reply reply = server.post(PATH, server.serviceToken(), body);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.json().fieldNames())
                    .toIterable()
                    .containsExactly("success", "model_version", "previous_version");
            assertThat(reply.json().path("model_version").asText()).isEqualTo(version);
        }
    }

    @Test
    void nobodyElseMayAndAnUnknownVersionIsNotFound() {
        assertThat(server.modelVersion()).isNotEmpty();
        assertThat(server.post(PATH, server.userToken(UUID.randomUUID()), "").status())
                .isEqualTo(403);
        assertThat(server.post(PATH, server.anonymousToken(), "").status()).isEqualTo(403);
        assertThat(server.post(PATH, server.serviceToken(), "{\"version\":\"no-such-version\"}")
                        .status())
                .isEqualTo(404);
    }
}
