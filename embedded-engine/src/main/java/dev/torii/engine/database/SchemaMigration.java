package dev.torii.engine.database;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schema up to date. One set of scripts serves both forms of the schema; they differ by placeholders.
/// The history of the migrations lives in the schema `torii`, the tables in `public`.
final class SchemaMigration {
    private final DatabaseAddress address;
    private final Flyway flyway;

    SchemaMigration(DatabaseAddress address, SchemaForm form) {
        this.address = address;
        this.flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:dev/torii/engine/database/migration")
                .defaultSchema("torii")
                .placeholders(Map.of(
                        "embedding_column", form.column(),
                        "vector_operator_class", form.operatorClass()))
                .load();
    }

    boolean isPending() {
        return flyway.info().pending().length > 0;
    }

    /// @throws ToriiException CONFIGURATION when the database holds what these scripts cannot have made
    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "The schema of %s cannot be brought up to date: %s".formatted(address, firstLine(e)),
                    "Maybe the database was made by a newer Torii, or its login may not create tables in public.",
                    e);
        }
    }

    private static String firstLine(FlywayException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no message");
    }
}
