package dev.torii.engine.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.database.Database;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedded server through the lives and deaths of the processes that use it.
class EmbeddedPostgresTest {
    @TempDir
    private static Path filled;

    @TempDir
    private Path place;

    private Path home = Path.of("");

    @BeforeAll
    static void setUpOnce() {
        Database.open(filled.resolve("home"), HomeOccupant.config()).close();
    }

    /// A home whose server was set up and stopped: much faster than setting one up for each test.
    @BeforeEach
    void copyHome() throws IOException {
        home = place.resolve("home");
        copy(filled.resolve("home"), home);
    }

    @Test
    void keepsItsDataAndStopsWithItsLastUser() throws IOException {
        try (Database database = open()) {
            note(database, "kept");
            assertThat(server()).isPresent();
        }
        assertThat(server()).isEmpty();
        try (Database database = open()) {
            assertThat(notes(database)).isEqualTo(1);
        }
    }

    @Test
    void isSharedByProcessesAndOutlivesTheFirst() throws IOException, InterruptedException {
        HomeOccupant first = HomeOccupant.enter(home);
        long pid = server().orElseThrow().pid();
        try (Database second = open()) {
            assertThat(server().orElseThrow().pid()).isEqualTo(pid);
            first.close();
            note(second, "after the first one left");
            assertThat(notes(second)).isEqualTo(1);
        }
        assertThat(server()).isEmpty();
    }

    @Test
    void isTakenOverFromAKilledProcess() throws IOException, InterruptedException {
        HomeOccupant killed = HomeOccupant.enter(home);
        long pid = server().orElseThrow().pid();
        killed.kill();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();
        try (Database database = open()) {
            assertThat(server().orElseThrow().pid()).isEqualTo(pid);
            assertThat(database.health().state()).isEqualTo(PartState.UP);
        }
        assertThat(server()).isEmpty();
    }

    @Test
    void startsAgainAfterTheServerWasKilled() throws IOException, InterruptedException {
        HomeOccupant killed = HomeOccupant.enter(home);
        killed.kill();
        ProcessHandle server = ProcessHandle.of(server().orElseThrow().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        try (Database database = open()) {
            assertThat(database.health().state()).isEqualTo(PartState.UP);
        }
    }

    @Test
    void ignoresANoteWhoseProcessIdBelongsToAnotherProgramNow() throws IOException {
        Files.writeString(
                home.resolve("postgres/postmaster.pid"),
                "%d\n%s\n1\n1\n\n127.0.0.1\n".formatted(ProcessHandle.current().pid(), home.resolve("postgres")));
        try (Database database = open()) {
            assertThat(database.health().state()).isEqualTo(PartState.UP);
        }
    }

    @Test
    void leavesTheServerOfTheOriginalAloneWhenAHomeWasCopied() throws IOException {
        Path copy = place.resolve("copy");
        try (Database original = open()) {
            note(original, "original");
            copy(home, copy);
            try (Database copied = Database.open(copy, HomeOccupant.config())) {
                note(copied, "copied");
                assertThat(copied.health().state()).isEqualTo(PartState.UP);
            }
            assertThat(notes(original)).isEqualTo(1);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException, SQLException {
        try (Database database = open()) {
            assertThat(database.hasPgvector()).isFalse();
            String url = "jdbc:postgresql://127.0.0.1:%d/torii"
                    .formatted(server().orElseThrow().port());
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            Path secret = home.resolve("postgres.password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            try (Connection connection = DriverManager.getConnection(
                    url, "postgres", Files.readString(secret).strip())) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void refusesAReadOnlyHome() throws IOException {
        Path readOnly = Files.createDirectory(
                home.resolve("sealed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assertUnusable(readOnly);
        Path file = Files.createFile(home.resolve("file"));
        assertUnusable(file);
        assertUnusable(file.resolve("below"));
    }

    @Test
    void explainsALostPasswordAndLeavesNothingRunning() throws IOException {
        Path secret = home.resolve("postgres.password");
        String password = Files.readString(secret);
        Files.delete(secret);
        assertUnusable(home);
        assertThat(server()).isEmpty();
        Files.writeString(secret, password);
        try (Database database = open()) {
            assertThat(database.health().state()).isEqualTo(PartState.UP);
        }
    }

    @Test
    void refusesAHomeWhoseDataIsOfAnotherPostgres() throws IOException {
        Files.writeString(home.resolve("postgres/PG_VERSION"), "12\n");
        assertUnusable(home);
    }

    private static void assertUnusable(Path folder) {
        assertThatThrownBy(() -> Database.open(folder, HomeOccupant.config()))
                .isInstanceOfSatisfying(ToriiException.class, error -> {
                    assertThat(error.code()).isEqualTo(ErrorCode.HOME_UNUSABLE);
                    assertThat(error.getMessage()).contains(folder.toString());
                    assertThat(error.advice()).startsWith("Maybe");
                });
    }

    private Database open() {
        return Database.open(home, HomeOccupant.config());
    }

    private Optional<PostmasterFile> server() throws IOException {
        return PostmasterFile.read(home.resolve("postgres"));
    }

    private static void note(Database database, String subject) {
        database.useService(handle -> handle.execute(
                "insert into public.audit_log (at, actor, action, subject) values (now(), 'test', 'note', ?)",
                subject));
    }

    private static int notes(Database database) {
        return database.asService(handle -> handle.createQuery("select count(*) from public.audit_log")
                .mapTo(Integer.class)
                .one());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
