package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A user's vector is computed on request.
@ExtendWith(SharedServer.class)
class UserEmbeddingFunctionTest {
    private final TestServer server;
    private final UUID user = UUID.randomUUID();

    UserEmbeddingFunctionTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aHistoryMakesAVectorAndNoneIsSaidToBeNone() {
        String modelVersion = server.modelVersion();
        String token = server.userToken(user);
        JsonNode before = server.post(TestServer.USER_EMBEDDING, token, "").json();
        assertThat(before.fieldNames())
                .toIterable()
                .containsExactly("success", "embedding_dim", "model_version", "fallback");
        assertThat(before.path("fallback").booleanValue()).isTrue();
        server.post(
                TestServer.LIKES,
                token,
                "{\"video_id\":\"" + server.catalogue().ofGenre(1).getFirst() + "\"}");
        JsonNode after = server.post(TestServer.USER_EMBEDDING, token, "{\"user_id\":\"" + user + "\"}")
                .json();
        assertThat(after.path("success").booleanValue()).isTrue();
        assertThat(after.path("embedding_dim").intValue()).isEqualTo(768);
        assertThat(after.path("model_version").asText()).isEqualTo(modelVersion);
        assertThat(after.path("fallback").booleanValue()).isFalse();
    }

    @Test
    void theServiceNamesAUserThatExists() {
        assertThat(server.modelVersion()).isNotEmpty();
        Reply reply = server.post(
                TestServer.USER_EMBEDDING, server.serviceToken(), "{\"user_id\":\"" + UUID.randomUUID() + "\"}");
        assertThat(reply.status()).isEqualTo(404);
    }
}
