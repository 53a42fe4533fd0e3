package dev.torii.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out in which form a database keeps its vectors, or will.
final class PgvectorSearch {
    private static final Logger LOG = LoggerFactory.getLogger(PgvectorSearch.class);

    private PgvectorSearch() {}

    /// The form of the schema that stands already; for an empty database pgvector when it can be had.
    static SchemaForm formOf(Connection admin) throws SQLException {
        Optional<String> standing = text(admin, """
                select t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = to_regclass('public.video_embedding') and a.attname = 'embedding'
                """);
        if (standing.isPresent() && !standing.get().equals("vector")) {
            return SchemaForm.PORTABLE;
        }
        Optional<PgvectorExtension> installed = installed(admin);
        if (installed.isEmpty() && isAvailable(admin)) {
            create(admin);
            installed = installed(admin);
        }
        installed.flatMap(PgvectorExtension::warning).ifPresent(LOG::warn);
        return new SchemaForm(installed);
    }

    private static boolean isAvailable(Connection admin) throws SQLException {
        return text(admin, "select name from pg_available_extensions where name = 'vector'")
                .isPresent();
    }

    private static void create(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("create extension if not exists vector");
        } catch (SQLException e) {
            if (!DatabaseErrors.DENIED.equals(e.getSQLState())) {
                throw e;
            }
            LOG.warn(
                    "pgvector is there and may not be created by this login; the portable schema is used: {}",
                    e.getMessage());
        }
    }

    private static Optional<PgvectorExtension> installed(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select e.extversion, n.nspname from pg_extension e
                        join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector'
                        """)) {
            return rows.next()
                    ? Optional.of(new PgvectorExtension(rows.getString(1), rows.getString(2)))
                    : Optional.empty();
        }
    }

    private static Optional<String> text(Connection admin, String query) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}
