package dev.torii.engine.database;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL's error states mean to the people who use Torii.
final class DatabaseErrors {
    static final String CANCELLED = "57014";
    static final String DENIED = "42501";
    private static final String LOCK_TIMEOUT = "55P03";

    private DatabaseErrors() {}

    /// An error while connecting.
    static ToriiException connecting(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String reason = e.getMessage() == null ? state : e.getMessage();
        if (state.startsWith("28")) {
            return new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "The database %s refuses the login of %s: %s".formatted(address, address.user(), reason),
                    "Maybe database.user or database.password is wrong.",
                    e);
        }
        if (state.equals("3D000")) {
            return new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "The server of %s has no such database: %s".formatted(address, reason),
                    "Maybe create it, or mend the name in database.url.",
                    e);
        }
        return new ToriiException(
                ErrorCode.DATABASE_UNREACHABLE,
                "The database %s does not answer: %s".formatted(address, reason),
                "Maybe it is not running, or host and port in database.url are wrong, or a firewall stands between.",
                e);
    }

    /// The first SQL error among the causes of `failure`.
    static @Nullable SQLException sqlCause(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /// What `failure` of a piece of work means; the failure itself when it means nothing in particular.
    static RuntimeException working(RuntimeException failure, DatabaseAddress address) {
        SQLException sql = failure instanceof ToriiException ? null : sqlCause(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith("08")
                || state.startsWith("57P")
                || sql instanceof java.sql.SQLTransientConnectionException) {
            return new ToriiException(
                    ErrorCode.DATABASE_UNREACHABLE,
                    "The database %s does not answer any more.".formatted(address),
                    "Maybe it was stopped or is overloaded; try again when it is back.",
                    failure);
        }
        if (state.equals(CANCELLED) || state.equals(LOCK_TIMEOUT)) {
            return new ToriiException(
                    ErrorCode.DATABASE_UNREACHABLE,
                    "The database %s did not answer in the time that a request has.".formatted(address),
                    "Maybe it is overloaded, or something holds its rows; try again in a moment.",
                    failure);
        }
        if (state.equals(DENIED)) {
            return new ToriiException(
                    ErrorCode.FORBIDDEN, "The database does not allow this for the caller.", "", failure);
        }
        return failure;
    }
}
