package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One data folder of PostgreSQL: made, started, found running, stopped.
final class PostgresCluster {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORT_ATTEMPTS = 3;
    private static final String SETTINGS_FILE = "torii.conf";

    private final PostgresCommand command;
    private final Path data;
    private final ClusterLogin login;

    PostgresCluster(PostgresCommand command, Path data, ClusterLogin login) {
        this.command = command;
        this.data = data;
        this.login = login;
    }

    /// Makes the data folder when it is missing. It is made beside its place and moved there when it is complete.
    void createIfMissing() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        FolderRemoval.remove(draft);
        PostgresCommand.Outcome outcome = command.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + ClusterLogin.SUPERUSER,
                        "--pwfile=" + login.file(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale"));
        if (outcome.exitCode() != 0) {
            throw failed("could not be set up", outcome.output());
        }
        Files.writeString(draft.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
                StandardOpenOption.APPEND);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The port of the server that runs on this folder already, whoever started it; empty when none does. One that
    /// is on its way up or down is waited for.
    OptionalInt runningPort() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path place = data.toRealPath();
        while (true) {
            Optional<PostmasterFile> note = PostmasterFile.read(data);
            if (note.isEmpty() || !note.get().mayServe(place)) {
                PostmasterFile.delete(data);
                return OptionalInt.empty();
            }
            int port = note.get().port();
            if (port != 0 && login.answers(port)) {
                return OptionalInt.of(port);
            }
            if (System.nanoTime() > deadline) {
                throw new ToriiException(
                        ErrorCode.HOME_UNUSABLE,
                        "The PostgreSQL server of %s runs as process %d and does not answer."
                                .formatted(data, note.get().pid()),
                        "Maybe end that process and try again.");
            }
            Thread.sleep(50);
        }
    }

    /// Starts the server and waits until it answers.
    ///
    /// @param wishedPort 0: any free one
    int start(int wishedPort) throws IOException, InterruptedException {
        command.own(data);
        Path log = data.resolve("start.log");
        String output = "";
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = wishedPort != 0 ? wishedPort : freePort();
            Files.writeString(data.resolve(SETTINGS_FILE), settings(port));
            Files.deleteIfExists(log);
            PostgresCommand.Outcome outcome = command.run(
                    "pg_ctl", List.of("start", "--pgdata=" + data, "--log=" + log, "--wait", "--timeout=60"));
            if (outcome.exitCode() == 0) {
                return port;
            }
            output = Files.exists(log) ? Files.readString(log).strip() : outcome.output();
            if (wishedPort != 0 || !output.contains("Address already in use")) {
                break;
            }
        }
        throw failed("does not start", output);
    }

    void stop() throws IOException, InterruptedException {
        PostgresCommand.Outcome outcome =
                command.run("pg_ctl", List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=60"));
        if (outcome.exitCode() != 0 && PostmasterFile.read(data).isPresent()) {
            throw failed("does not stop", outcome.output());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /// Written anew at each start, so that a newer Torii brings its own settings along.
    private static String settings(int port) {
        return """
                # Written by Torii at each start; changes are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 200
                shared_buffers = '128MB'
                work_mem = '16MB'
                maintenance_work_mem = '256MB'
                max_wal_size = '2GB'
                random_page_cost = 1.1
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                """.formatted(port);
    }

    private ToriiException failed(String what, String output) {
        String lastLine = output.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("no message");
        return new ToriiException(
                ErrorCode.HOME_UNUSABLE,
                "The embedded PostgreSQL of %s %s: %s".formatted(data, what, lastLine.strip()),
                "Maybe %s or %s say more; or set database.url to a PostgreSQL that runs already."
                        .formatted(data.resolve("start.log"), data.resolve("log")));
    }
}
