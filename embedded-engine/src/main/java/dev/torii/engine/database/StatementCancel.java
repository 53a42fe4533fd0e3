package dev.torii.engine.database;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cancels whatever a connection runs, from another thread, for as long as it is armed. Disarming waits for a shot
/// under way, so that it cannot hit the connection's next user.
final class StatementCancel {
    private static final Logger LOG = LoggerFactory.getLogger(StatementCancel.class);

    private final Handle handle;
    private boolean armed = true;

    StatementCancel(Handle handle) {
        this.handle = handle;
    }

    synchronized void fire() {
        if (!armed) {
            return;
        }
        try {
            handle.getConnection().unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.warn("a running statement could not be cancelled: {}", e.getMessage());
        }
    }

    synchronized void disarm() {
        armed = false;
    }

    static boolean caused(@Nullable Throwable failure) {
        SQLException sql = DatabaseErrors.sqlCause(failure);
        return sql != null && DatabaseErrors.CANCELLED.equals(sql.getSQLState());
    }
}
