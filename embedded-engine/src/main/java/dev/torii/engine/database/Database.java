package dev.torii.engine.database;

import dev.torii.models.people.Caller;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;

/// The two ways to the database: service work on its own pool, and work for a caller in a transaction that wears the
/// caller's role and
/// claims, on a pool whose login can do nothing else.
public final class Database implements AutoCloseable {
    /// Runs `work` in a transaction as service.
    public <T, X extends Exception> T asService(HandleCallback<T, X> work) throws X {
        throw new IllegalStateException("not wired yet");
    }

    /// Runs `work` in a transaction as service.
    public <X extends Exception> void useService(HandleConsumer<X> work) throws X {
        throw new IllegalStateException("not wired yet");
    }

    /// Runs `work` in a transaction under the role and the claims of `caller`; row-level security decides what it
    /// sees.
    public <T, X extends Exception> T asCaller(Caller caller, HandleCallback<T, X> work) throws X {
        throw new IllegalStateException("not wired yet");
    }

    /// Whether the schema is the pgvector one.
    public boolean hasPgvector() {
        throw new IllegalStateException("not wired yet");
    }

    @Override
    public void close() {}
}
