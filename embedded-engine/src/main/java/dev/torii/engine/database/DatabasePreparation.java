package dev.torii.engine.database;

import dev.torii.engine.database.embedded.HomeFolder;
import dev.torii.engine.database.embedded.SecretFile;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.sql.Connection;
import java.sql.SQLException;

/// What is done once when a database is opened: look at the server, make the roles, bring the schema up to date.
///
/// @param service address of the service login
/// @param gateway address of the login of user requests
record DatabasePreparation(SchemaForm form, DatabaseAddress service, DatabaseAddress gateway) {
    private static final int OLDEST_SERVER = 14;

    /// @param shared whether another process uses the database of the home now; then its schema may not be changed
    static DatabasePreparation of(DatabaseAddress admin, HomeFolder home, boolean shared) {
        try (Connection connection = admin.connect()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_SERVER) {
                throw new ToriiException(
                        ErrorCode.CONFIGURATION,
                        "%s is PostgreSQL %d; Torii needs %d or later.".formatted(admin, major, OLDEST_SERVER),
                        "Maybe upgrade the server, or leave database.url out and use the embedded one.");
            }
            SchemaForm form = PgvectorSearch.formOf(connection);
            String password = admin.password();
            DatabaseRoles roles = new DatabaseRoles(
                    admin,
                    password != null
                            ? password
                            : SecretFile.readOrCreate(home.path().resolve("login.secret")));
            roles.ensure(connection);
            migrate(new SchemaMigration(admin, form), home, shared);
            return new DatabasePreparation(
                    form,
                    roles.login(connection, DatabaseRoles.SERVICE),
                    roles.login(connection, DatabaseRoles.GATEWAY));
        } catch (SQLException e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "The database %s cannot be prepared: %s".formatted(admin, e.getMessage()),
                    "Maybe its login lacks a permission; Torii makes roles, tables and policies.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted while the database was prepared.", "", e);
        }
    }

    private static void migrate(SchemaMigration migration, HomeFolder home, boolean shared) {
        if (shared && migration.isPending()) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The home folder %s is used by an older Torii, and this one has to change its database first."
                            .formatted(home.path()),
                    "Maybe end the other process, and try again.");
        }
        migration.run();
    }
}
