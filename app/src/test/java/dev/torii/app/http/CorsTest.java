package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.app.config.HttpConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Web pages of other origins may call, and may read errors too.
@ExtendWith(SharedServer.class)
class CorsTest {
    private final TestServer server;

    CorsTest(TestServer server) {
        this.server = server;
    }

    @Test
    void aPreflightNeedsNoToken() {
        Reply reply = server.send(server.request(TestServer.LIKES)
                .header("origin", "https://shop.test")
                .header("access-control-request-method", "DELETE")
                .header("access-control-request-headers", "authorization, apikey, x-client-info")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(reply.header("access-control-allow-headers"))
                .isEqualTo("authorization, x-client-info, apikey, content-type, x-retry-count");
        assertThat(reply.header("access-control-allow-methods")).isEqualTo("GET, POST, PUT, PATCH, DELETE, OPTIONS");
        assertThat(reply.header("x-request-id")).isNotEmpty();
    }

    @Test
    void errorsCarryTheHeadersToo() {
        for (Reply reply : List.of(
                server.post("/functions/v1/nowhere", server.serviceToken(), "{}"),
                server.call("PATCH", TestServer.LIKES, server.serviceToken(), "{}"),
                server.post(TestServer.LIKES, server.serviceToken(), "{"),
                server.post(TestServer.LIKES, server.serviceToken(), "{\"user_id\":7}"))) {
            assertThat(reply.status()).isGreaterThanOrEqualTo(400);
            assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(reply.header("access-control-expose-headers")).contains("x-request-id");
        }
    }

    @Test
    void onlyListedOriginsAreAllowedWhereThereIsAList() {
        HttpConfig listed = new HttpConfig("127.0.0.1", 0, List.of("https://shop.test"), 1024);
        try (HttpServer own = HttpServer.start(server.engine(), server.config().withHttp(listed))) {
            assertThat(preflight(own, "https://shop.test").header("access-control-allow-origin"))
                    .isEqualTo("https://shop.test");
            Reply stranger = preflight(own, "https://evil.test");
            assertThat(stranger.header("access-control-allow-origin")).isEmpty();
            assertThat(stranger.header("vary")).isEqualTo("Origin");
        }
    }

    @Test
    void pagesForOperatorsAreForNoWebPage() {
        Reply reply = server.send(
                server.request("/metrics").header("origin", "https://evil.test").GET());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("access-control-allow-origin")).isEmpty();
    }

    private Reply preflight(HttpServer own, String origin) {
        return server.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + own.port() + TestServer.LIKES))
                .header("origin", origin)
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
