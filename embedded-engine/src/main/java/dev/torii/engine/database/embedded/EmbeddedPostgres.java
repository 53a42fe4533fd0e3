package dev.torii.engine.database.embedded;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL of a home folder. The first process that opens it starts the server, the others share it, and the
/// last one that closes it stops it. A server whose process was killed goes on running and is taken over by the
/// next.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path locks;
    private final HomeGuest guest;
    private final PostgresCluster cluster;
    private final int port;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "torii-postgres-exit");

    private EmbeddedPostgres(Path locks, HomeGuest guest, PostgresCluster cluster, int port, String password) {
        this.locks = locks;
        this.guest = guest;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /// What is done with the running server before other processes may come in.
    @FunctionalInterface
    public interface Preparation {
        /// @param shared whether another process uses the server already
        void prepare(EmbeddedPostgres server, boolean shared);
    }

    /// Starts the server of `home`, or finds it running, and lets `preparation` bring it up to date.
    ///
    /// @throws ToriiException HOME_UNUSABLE
    public static EmbeddedPostgres open(HomeFolder home, DatabaseConfig config, Preparation preparation) {
        Path locks = home.folder("run");
        HomeGuest guest = null;
        try (HomeDoor door = HomeDoor.enter(locks, PATIENCE)) {
            guest = HomeGuest.enter(locks);
            EmbeddedPostgres server = start(home, config, locks, guest);
            preparation.prepare(server, guest.hasCompany());
            Runtime.getRuntime().addShutdownHook(server.atExit);
            return server;
        } catch (IOException | SQLException e) {
            leave(guest);
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The embedded PostgreSQL of %s cannot be opened: %s".formatted(home.path(), e.getMessage()),
                    "Maybe the disk is full, or the folder's files belong to another user.",
                    e);
        } catch (InterruptedException e) {
            leave(guest);
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted while the database started.", "", e);
        } catch (RuntimeException e) {
            leave(guest);
            throw e;
        }
    }

    private static EmbeddedPostgres start(HomeFolder home, DatabaseConfig config, Path locks, HomeGuest guest)
            throws IOException, InterruptedException, SQLException {
        Path binaries = config.binariesDir();
        Path programs = PostgresPrograms.unpack(
                binaries == null ? home.path().resolve("postgres-programs") : binaries, config.pgvectorDir());
        Path passwordFile = home.path().resolve("postgres.password");
        ClusterLogin login = new ClusterLogin(SecretFile.readOrCreate(passwordFile));
        PostgresCluster cluster =
                new PostgresCluster(new PostgresCommand(programs, ServerIdentity.detect()), home.path().resolve("postgres"), login);
        cluster.createIfMissing(passwordFile);
        OptionalInt running = cluster.runningPort();
        int port = running.isPresent() ? running.getAsInt() : cluster.start(config.embeddedPort());
        login.createDatabase(port);
        return new EmbeddedPostgres(locks, guest, cluster, port, login.password());
    }

    private static void leave(@Nullable HomeGuest guest) {
        try {
            if (guest != null) {
                guest.leave();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return ClusterLogin.url(port, ClusterLogin.DATABASE);
    }

    public String user() {
        return ClusterLogin.SUPERUSER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends already");
        }
        stop();
    }

    private void stop() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (HomeDoor door = HomeDoor.enter(locks, PATIENCE)) {
            boolean company = guest.hasCompany();
            guest.leave();
            if (!company) {
                cluster.stop();
            }
        } catch (IOException e) {
            LOG.warn("the embedded PostgreSQL was left running: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
