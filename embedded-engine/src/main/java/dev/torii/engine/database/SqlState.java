package dev.torii.engine.database;

import java.sql.SQLException;

/// The state with which PostgreSQL refused a statement, for the few callers that have another way to go.
public final class SqlState {
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String FOREIGN_KEY_VIOLATION = "23503";
    public static final String CHECK_VIOLATION = "23514";
    public static final String DEADLOCK = "40P01";
    public static final String LOCK_TIMEOUT = "55P03";
    /// COPY into a table whose row-level security binds the role, among others.
    public static final String NOT_SUPPORTED = "0A000";

    private SqlState() {}

    /// The state of the first SQL error among the causes of `failure`; empty when there is none.
    public static String of(Throwable failure) {
        SQLException sql = DatabaseErrors.sqlCause(failure);
        return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}
