package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.app.http.auth.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets in, and what those learn who do not.
@ExtendWith(SharedServer.class)
class GatewayTest {
    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    private final TestServer server;

    GatewayTest(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {TestServer.RECOMMENDATIONS, TestServer.LIKES, TestServer.USER_EMBEDDING})
    void noHeaderNoEntry(String path) {
        Reply reply = server.send(server.request(path).POST(BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"code\":401,\"message\":\"Missing authorization header\"}");
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
        assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(reply.header("x-request-id")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer rubbish", "Bearer a.b.c", "Basic dXNlcjpwdw==", "rubbish"})
    void aHeaderWithoutAGoodTokenIsAnInvalidJwt(String header) {
        refused(header);
    }

    @Test
    void aForgedOrExpiredTokenIsAnInvalidJwt() {
        refused("Bearer " + Tokens.signed(Tokens.user(USER, Instant.now()), "another secret of more than 32 bytes!"));
        refused("Bearer " + Tokens.signed(Tokens.user(USER, Instant.now().minusSeconds(7200))));
        refused("Bearer " + Tokens.signed(Tokens.user(USER, Instant.now()).claim("role", "postgres")));
        refused("Bearer " + Tokens.signed(Tokens.user(USER, Instant.now()).subject("1-1-1-1-1")));
    }

    @Test
    void theSchemeMayBeWrittenInAnyCase() {
        Reply reply = server.send(server.request(TestServer.RECOMMENDATIONS)
                .header("authorization", "bearer " + server.userToken(USER))
                .POST(BodyPublishers.ofString("{\"limit\":0}")));
        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void anAnonymousTokenIsNobodyInParticular() {
        Reply nobody = server.post(TestServer.RECOMMENDATIONS, server.anonymousToken(), "{}");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.error().path("code").asText()).isEqualTo("UNAUTHORIZED");
        Reply somebody =
                server.post(TestServer.RECOMMENDATIONS, server.anonymousToken(), "{\"user_id\":\"" + USER + "\"}");
        assertThat(somebody.status()).isEqualTo(403);
    }

    @Test
    void nobodyActsForAnotherUser() {
        String other = UUID.randomUUID().toString();
        String body = "{\"user_id\":\"" + other + "\",\"video_id\":\"" + other + "\"}";
        for (String path : new String[] {TestServer.RECOMMENDATIONS, TestServer.LIKES, TestServer.USER_EMBEDDING}) {
            Reply reply = server.post(path, server.userToken(USER), body);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.error().path("code").asText()).isEqualTo("UNAUTHORIZED_ACCESS");
        }
        assertThat(server.get(TestServer.LIKES + "?user_id=" + other, server.userToken(USER))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theServiceSaysForWhomItActs() {
        Reply reply = server.post(TestServer.RECOMMENDATIONS, server.serviceToken(), "{}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.error().path("code").asText()).isEqualTo("INVALID_USER_ID");
    }

    private void refused(String header) {
        Reply reply = server.send(server.request(TestServer.RECOMMENDATIONS)
                .header("authorization", header)
                .POST(BodyPublishers.ofString("{}")));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEqualTo("{\"code\":401,\"message\":\"Invalid JWT\"}");
    }
}
