package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.app.config.HttpConfig;
import dev.torii.app.config.ToriiConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Starting and stopping.
@ExtendWith(SharedServer.class)
class StoppingTest {
    private final TestServer shared;

    StoppingTest(TestServer shared) {
        this.shared = shared;
    }

    @Test
    void aRequestThatRunsIsAnsweredBeforeTheServerStops() throws Exception {
        HttpServer own = HttpServer.start(shared.engine(), onFreePort());
        int port = own.port();
        String head = "POST " + TestServer.LIKES + " HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer "
                + shared.userToken(UUID.randomUUID())
                + "\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            write(socket, head + "{");
            Thread.sleep(300);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(own::close);
            Thread.sleep(300);
            assertThat(stopped).isNotDone();
            write(socket, "}");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 422").contains("INVALID_VIDEO_ID");
            stopped.get(15, TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void idleConnectionsDoNotHoldTheStopUp() throws Exception {
        HttpServer own = HttpServer.start(shared.engine(), onFreePort());
        try (Socket idle = new Socket("127.0.0.1", own.port())) {
            write(idle, "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            Instant begun = Instant.now();
            own.close();
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        ToriiConfig taken = shared.config()
                .withHttp(new HttpConfig(
                        "127.0.0.1", shared.port(), shared.config().http().corsOrigins(), 1024));
        assertThatThrownBy(() -> HttpServer.start(shared.engine(), taken).close())
                .isInstanceOfSatisfying(ToriiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(e.getMessage()).contains("127.0.0.1:" + shared.port());
                    assertThat(e.advice()).startsWith("Maybe");
                });
    }

    @Test
    void aHostThatIsNoneOfThisMachineIsNamed() {
        ToriiConfig elsewhere = shared.config().withHttp(shared.config().http().withAddress("192.0.2.1", 0));
        assertThatThrownBy(() -> HttpServer.start(shared.engine(), elsewhere).close())
                .isInstanceOf(ToriiException.class)
                .hasMessageContaining("192.0.2.1");
    }

    private ToriiConfig onFreePort() {
        return shared.config().withHttp(shared.config().http().withAddress("127.0.0.1", 0));
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
