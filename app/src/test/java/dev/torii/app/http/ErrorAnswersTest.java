package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever goes wrong, the answer has one shape and the right status.
@ExtendWith(SharedServer.class)
class ErrorAnswersTest {
    private static final UUID USER = UUID.fromString("00000000-0000-4000-8000-0000000000ee");

    private final TestServer server;

    ErrorAnswersTest(TestServer server) {
        this.server = server;
    }

    @Test
    void theShapeIsComplete() {
        Reply reply = server.post(TestServer.RECOMMENDATIONS, server.userToken(USER), "{\"limit\":1000}");
        JsonNode json = reply.json();
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(json.fieldNames()).toIterable().containsExactly("success", "error");
        assertThat(json.path("success").booleanValue()).isFalse();
        assertThat(reply.error().fieldNames())
                .toIterable()
                .containsExactly("code", "message", "details", "timestamp", "request_id");
        assertThat(reply.error().path("code").asText()).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.error().path("message").asText())
                .isEqualTo("limit is 1000; expected a whole number from 1 to 100.");
        assertThat(reply.error().path("details").path("field").asText()).isEqualTo("limit");
        assertThat(reply.error().path("request_id").asText()).isEqualTo(reply.header("x-request-id"));
        assertThat(Duration.between(
                                Instant.parse(reply.error().path("timestamp").asText()), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/functions/v1/nowhere", "/functions/v1/", "/functions/v1/user-management", "/x"})
    void anUnknownPathIs404WithOrWithoutToken(String path) {
        for (Reply reply : new Reply[] {
            server.post(path, server.userToken(USER), "{}"),
            server.send(server.request(path).POST(BodyPublishers.noBody()))
        }) {
            problem(reply, 404, "RESOURCE_NOT_FOUND");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, recommendations/enhanced_two_tower, POST",
        "PUT, user-management/likes, 'DELETE, GET, POST'",
        "DELETE, user_embedding_v2, POST"
    })
    void anotherMethodIs405AndNamesTheRightOnes(String method, String function, String allowed) {
        Reply reply = server.call(method, "/functions/v1/" + function, server.userToken(USER), "{}");
        problem(reply, 405, "METHOD_NOT_ALLOWED");
        assertThat(reply.header("allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1]", "\"text\"", "7", "null", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":01}", "\u0000"})
    void whatIsNoJsonObjectIs400(String body) {
        problem(server.post(TestServer.RECOMMENDATIONS, server.userToken(USER), body), 400, "BAD_REQUEST");
    }

    @Test
    void brokenTextIs400() {
        Reply reply = server.send(server.request(TestServer.RECOMMENDATIONS)
                .header("authorization", "Bearer " + server.userToken(USER))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})));
        problem(reply, 400, "BAD_REQUEST");
    }

    @Test
    void deepNestingIs400() {
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        problem(server.post(TestServer.RECOMMENDATIONS, server.userToken(USER), deep), 400, "BAD_REQUEST");
    }

    @Test
    void aLongBodyIs413WhetherAnnouncedOrNot() {
        String body = "{\"a\":\"" + "x".repeat(TestServer.MAX_BODY_BYTES) + "\"}";
        problem(server.post(TestServer.LIKES, server.userToken(USER), body), 413, "PAYLOAD_TOO_LARGE");
        Reply chunked = server.send(server.request(TestServer.LIKES)
                .header("authorization", "Bearer " + server.userToken(USER))
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        problem(chunked, 413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain;charset=UTF-8",
                "application/octet-stream",
                "application/x-www-form-urlencoded",
                "application/json; charset=shift_jis"
            })
    void anotherTypeOfBodyIs415(String type) {
        Reply reply = server.send(server.request(TestServer.LIKES)
                .header("authorization", "Bearer " + server.userToken(USER))
                .header("content-type", type)
                .POST(BodyPublishers.ofString("{}")));
        problem(reply, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "text/plain"})
    void noBodyIsReadAsNoFieldsWhateverItsType(String type) {
        var request = server.request(TestServer.LIKES).header("authorization", "Bearer " + server.userToken(USER));
        if (!type.isEmpty()) {
            request.header("content-type", type);
        }
        Reply reply = server.send(request.POST(BodyPublishers.noBody()));
        problem(reply, 422, "INVALID_VIDEO_ID");
        assertThat(reply.error().path("message").asText()).contains("video_id is missing");
    }

    @Test
    void aQueryThatCannotBeDecodedIsRefused() throws IOException {
        String answer = raw("GET " + TestServer.LIKES + "?limit=%zz&offset=%c3 HTTP/1.1\r\nhost: localhost\r\n"
                + "connection: close\r\nauthorization: Bearer " + server.userToken(USER) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("{\"success\":false,\"error\":{\"code\":");
    }

    @Test
    void aBodyThatNeverArrivesHarmsNobody() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String head = "POST " + TestServer.LIKES + " HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer "
                    + server.userToken(USER) + "\r\ncontent-length: 100\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        assertThat(withId("after").status()).isEqualTo(200);
    }

    @Test
    void aHarmlessRequestIdIsKeptAndAnyOtherReplaced() {
        assertThat(withId("shop-42_a.b:c").header("x-request-id")).isEqualTo("shop-42_a.b:c");
        for (String bad : new String[] {"with space", "<script>", "x".repeat(129)}) {
            Reply reply = withId(bad);
            assertThat(UUID.fromString(reply.header("x-request-id"))).isNotNull();
        }
    }

    @Test
    void headersThatAreTooLongAreRefusedInTheSameShape() {
        Reply reply = server.send(server.request(TestServer.LIKES)
                .header("authorization", "Bearer " + "x".repeat(40_000))
                .GET());
        problem(reply, 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void aRequestThatIsNoneIsRefusedInTheSameShape() throws IOException {
        assertThat(raw("GET /functions/v1/%00 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 40")
                .contains("{\"success\":false,\"error\":{\"code\":")
                .doesNotContainIgnoringCase("<html");
        assertThat(raw("RUBBISH\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("<html");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(5000);
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Reply withId(String id) {
        return server.send(server.request("/healthz").header("x-request-id", id).GET());
    }

    private static void problem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.error().path("code").asText()).isEqualTo(code);
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.header("x-request-id"))
                .isNotEmpty()
                .isEqualTo(reply.error().path("request_id").asText());
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("at dev.torii");
    }
}
