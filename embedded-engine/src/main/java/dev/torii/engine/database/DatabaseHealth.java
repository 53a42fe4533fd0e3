package dev.torii.engine.database;

import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/// The database's sign of life.
final class DatabaseHealth {
    private static final String PART = "database";

    private DatabaseHealth() {}

    static PartHealth of(Jdbi service, SchemaForm form, boolean embedded) {
        try {
            String version = service.withHandle(handle -> handle.createQuery("select current_setting('server_version')")
                    .mapTo(String.class)
                    .one());
            String detail = "PostgreSQL %s, %s, %s schema"
                    .formatted(version, embedded ? "embedded" : "configured", form.name());
            return form.extension()
                    .flatMap(PgvectorExtension::warning)
                    .map(warning -> new PartHealth(PART, PartState.DEGRADED, detail + "; " + warning))
                    .orElseGet(() -> new PartHealth(PART, PartState.UP, detail));
        } catch (RuntimeException e) {
            SQLException sql = DatabaseErrors.sqlCause(e);
            String reason = sql == null || sql.getMessage() == null ? "no answer" : sql.getMessage();
            return new PartHealth(PART, PartState.DOWN, reason);
        }
    }
}
