package dev.torii.engine.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.database.embedded.EmbeddedPostgres;
import dev.torii.engine.database.embedded.HomeFolder;
import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The two ways to the database: service work on its own pool, and work for a caller in a transaction that
/// wears the caller's role and claims, on a pool whose login can do nothing else.
///
/// Each call is a transaction on a connection of its own, one inside another too: an inner one never changes
/// the role of the outer one. It takes a second connection, so hand the handle down instead where you can.
///
/// Errors of the database reach the caller of each method as [ToriiException] where they mean something to a
/// person: DATABASE_UNREACHABLE (also when a caller's statement took longer than it may), FORBIDDEN
/// (row-level security), CANCELLED.
public final class Database implements AutoCloseable {
    private final DatabaseAddress address;
    private final SchemaForm form;
    private final HikariDataSource servicePool;
    private final HikariDataSource callerPool;
    private final Jdbi service;
    private final Jdbi callers;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(DatabasePreparation prepared, int poolSize, @Nullable EmbeddedPostgres embedded) {
        this.address = prepared.service();
        this.form = prepared.form();
        this.embedded = embedded;
        this.servicePool = ConnectionPools.service(prepared.service(), poolSize);
        this.callerPool = ConnectionPools.callers(prepared.gateway(), poolSize);
        this.service = ConnectionPools.jdbi(servicePool);
        this.callers = ConnectionPools.jdbi(callerPool);
    }

    /// Starts the embedded PostgreSQL under `home`, or connects to the configured one, and brings the schema
    /// up to date.
    ///
    /// @throws ToriiException HOME_UNUSABLE, DATABASE_UNREACHABLE, CONFIGURATION
    public static Database open(Path home, DatabaseConfig config) {
        HomeFolder folder = HomeFolder.prepare(home);
        String url = config.url();
        if (url != null) {
            DatabaseAddress address = DatabaseAddress.configured(url, config);
            return new Database(DatabasePreparation.of(address, folder, false), config.poolSize(), null);
        }
        AtomicReference<@Nullable DatabasePreparation> prepared = new AtomicReference<>();
        EmbeddedPostgres server = EmbeddedPostgres.open(
                folder,
                config,
                (running, shared) -> prepared.set(DatabasePreparation.of(
                        new DatabaseAddress(running.url(), running.user(), running.password()), folder, shared)));
        DatabasePreparation done = prepared.get();
        if (done == null) {
            throw new IllegalStateException("the server was opened without its preparation");
        }
        return new Database(done, config.poolSize(), server);
    }

    /// Runs `work` in a transaction as service.
    public <T, X extends Exception> T asService(HandleCallback<T, X> work) throws X {
        return inTransaction(service, Caller.SERVICE, work);
    }

    /// Runs `work` in a transaction as service.
    public <X extends Exception> void useService(HandleConsumer<X> work) throws X {
        asService(work.asCallback());
    }

    /// As [#asService(HandleCallback)]; a statement that runs when `cancellation` is asked for is cancelled
    /// in the database, and the transaction is rolled back.
    ///
    /// @throws ToriiException CANCELLED
    public <T, X extends Exception> T asService(Cancellation cancellation, HandleCallback<T, X> work) throws X {
        cancellation.check();
        try {
            return asService(handle -> {
                StatementCancel cancel = new StatementCancel(handle);
                try (Cancellation.Registration registration = cancellation.onCancel(cancel::fire)) {
                    return work.withHandle(handle);
                } finally {
                    cancel.disarm();
                }
            });
        } catch (RuntimeException e) {
            if (cancellation.isRequested() && StatementCancel.caused(e)) {
                throw new ToriiException(ErrorCode.CANCELLED, "Cancelled.", "", DatabaseErrors.sqlCause(e));
            }
            throw e;
        }
    }

    /// Runs `work` in a transaction under the role and the claims of `caller`; row-level security decides
    /// what it sees. [Caller.Service] runs on the service pool.
    public <T, X extends Exception> T asCaller(Caller caller, HandleCallback<T, X> work) throws X {
        return inTransaction(caller instanceof Caller.Service ? service : callers, caller, work);
    }

    private <T, X extends Exception> T inTransaction(Jdbi jdbi, Caller caller, HandleCallback<T, X> work) throws X {
        CallerSession session = CallerSession.of(caller);
        try (Handle connection = jdbi.open()) {
            return connection.inTransaction(handle -> {
                session.begin(handle);
                return work.withHandle(handle);
            });
        } catch (RuntimeException e) {
            throw DatabaseErrors.working(e, address);
        }
    }

    /// A pool of connections that wear the service role outside of transactions too, for a library that
    /// brings its own SQL. Whoever asks for it closes it.
    public HikariDataSource roleBoundPool(int size) {
        return ConnectionPools.roleBound(address, size);
    }

    /// Whether the schema is the pgvector one.
    public boolean hasPgvector() {
        return form.hasPgvector();
    }

    /// Asks the database for a sign of life.
    public PartHealth health() {
        return DatabaseHealth.of(service, form, embedded != null);
    }

    /// How many connections of both pools are at work now.
    public int connectionsAtWork() {
        return servicePool.getHikariPoolMXBean().getActiveConnections()
                + callerPool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        callerPool.close();
        servicePool.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
