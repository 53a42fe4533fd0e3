package dev.torii.engine.database.embedded;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
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
    private final ClusterLogin login;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "torii-postgres-exit");

    private EmbeddedPostgres(Path locks, HomeGuest guest, PostgresCluster cluster, int port, ClusterLogin login) {
        this.locks = locks;
        this.guest = guest;
        this.cluster = cluster;
        this.port = port;
        this.login = login;
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
        try (HomeDoor door = HomeDoor.enter(locks, PATIENCE)) {
            HomeGuest guest = HomeGuest.enter(locks);
            EmbeddedPostgres server = null;
            boolean opened = false;
            try {
                server = start(home, config, locks, guest);
                server.login.createDatabase(server.port);
                preparation.prepare(server, guest.hasCompany());
                Runtime.getRuntime().addShutdownHook(server.atExit);
                opened = true;
                return server;
            } finally {
                if (!opened) {
                    abandon(guest, server);
                }
            }
        } catch (IOException | SQLException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The embedded PostgreSQL of %s cannot be opened: %s".formatted(home.path(), e.getMessage()),
                    "Maybe the disk is full, or the folder's files belong to another user.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted while the database started.", "", e);
        }
    }

    private static EmbeddedPostgres start(HomeFolder home, DatabaseConfig config, Path locks, HomeGuest guest)
            throws IOException, InterruptedException {
        Path binaries = config.binariesDir();
        Path programs = PostgresPrograms.unpack(
                binaries == null ? home.path().resolve("postgres-programs") : binaries, config.pgvectorDir());
        ClusterLogin login = ClusterLogin.of(home.path().resolve("postgres.password"));
        PostgresCluster cluster = new PostgresCluster(
                new PostgresCommand(programs, ServerIdentity.detect()),
                home.path().resolve("postgres"),
                login);
        cluster.createIfMissing();
        OptionalInt running = cluster.runningPort();
        int port = running.isPresent() ? running.getAsInt() : cluster.start(config.embeddedPort());
        return new EmbeddedPostgres(locks, guest, cluster, port, login);
    }

    /// Leaves nothing running behind an opening that failed.
    private static void abandon(HomeGuest guest, @Nullable EmbeddedPostgres server)
            throws IOException, InterruptedException {
        if (server != null && !guest.hasCompany()) {
            server.cluster.stop();
        }
        guest.leave();
    }

    public String url() {
        return ClusterLogin.url(port, ClusterLogin.DATABASE);
    }

    public String user() {
        return ClusterLogin.SUPERUSER;
    }

    public String password() {
        return login.password();
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
