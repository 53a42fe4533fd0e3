package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A database that is configured, and all that can be wrong with it.
class ConfiguredDatabaseTest {
    private static final String SECRET = "hunter2-hunter2";

    @TempDir
    private Path home;

    @Test
    @Timeout(30)
    void saysWithinSecondsThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertFails("jdbc:postgresql://127.0.0.1:%d/torii".formatted(port), ErrorCode.DATABASE_UNREACHABLE);
    }

    @Test
    @Timeout(30)
    void saysWithinSecondsThatWhoAnswersIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertFails(
                    "jdbc:postgresql://127.0.0.1:%d/torii".formatted(silent.getLocalPort()),
                    ErrorCode.DATABASE_UNREACHABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void tellsWrongAddressLoginAndNameApart() {
        try (FreshDatabase fresh = FreshDatabase.portable()) {
            String url = String.valueOf(fresh.config().url());
            assertFails("mysql://127.0.0.1/torii?password=" + SECRET, ErrorCode.CONFIGURATION);
            assertFails(url + "?user=postgres&password=" + SECRET, ErrorCode.CONFIGURATION);
            DatabaseConfig right = fresh.config();
            DatabaseConfig wrongName = new DatabaseConfig(
                    url.substring(0, url.lastIndexOf('/')) + "/nowhere",
                    right.user(),
                    right.password(),
                    2,
                    0,
                    null,
                    null);
            assertThatThrownBy(() -> Database.open(home, wrongName))
                    .isInstanceOfSatisfying(ToriiException.class, error -> {
                        assertThat(error.code()).isEqualTo(ErrorCode.CONFIGURATION);
                        assertThat(error.getMessage()).contains("nowhere");
                    });
        }
    }

    @Test
    void takesCredentialsFromTheAddressToo() {
        try (FreshDatabase fresh = FreshDatabase.portable()) {
            DatabaseConfig given = fresh.config();
            String url = given.url() + "?user=" + given.user() + "&password=" + given.password();
            try (Database database = Database.open(home, new DatabaseConfig(url, null, null, 2, 0, null, null))) {
                assertThat(database.health().state()).isEqualTo(PartState.UP);
            }
        }
    }

    @Test
    void noticesThatTheDatabaseWentAway() {
        FreshDatabase fresh = FreshDatabase.portable();
        try (Database database = fresh.open()) {
            fresh.close();
            assertThat(database.health().state()).isEqualTo(PartState.DOWN);
            assertThatThrownBy(() -> database.asService(handle -> handle.execute("select 1")))
                    .isInstanceOfSatisfying(
                            ToriiException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE));
        }
    }

    private void assertFails(String url, ErrorCode code) {
        assertThatThrownBy(() -> Database.open(home, new DatabaseConfig(url, null, null, 2, 0, null, null)))
                .isInstanceOfSatisfying(ToriiException.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.getMessage()).doesNotContain(SECRET);
                    assertThat(error.advice()).startsWith("Maybe");
                });
    }
}
