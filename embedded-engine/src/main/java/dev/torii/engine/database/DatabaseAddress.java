package dev.torii.engine.database;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// Where a PostgreSQL is, and as whom it is entered.
///
/// @param url JDBC address without credentials
record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {
    private static final String PREFIX = "jdbc:postgresql:";

    /// The configured database. Credentials may stand in the address, and the settings of their own win.
    ///
    /// @throws ToriiException CONFIGURATION for an address that is none
    static DatabaseAddress configured(String url, DatabaseConfig config) {
        Properties parts = url.startsWith(PREFIX) ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "database.url is not the address of a PostgreSQL.",
                    "Maybe write it as jdbc:postgresql://host:5432/database, with database.user and database.password.");
        }
        String user = config.user() != null ? config.user() : parts.getProperty("user");
        String password = config.password() != null ? config.password() : parts.getProperty("password");
        return new DatabaseAddress(withoutCredentials(url), user, password);
    }

    DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(url, otherUser, otherPassword);
    }

    /// A connection, or an error within a few seconds.
    ///
    /// @throws ToriiException DATABASE_UNREACHABLE, CONFIGURATION
    Connection connect() {
        try {
            return open();
        } catch (SQLException e) {
            throw DatabaseErrors.connecting(this, e);
        }
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", "4");
        properties.setProperty("loginTimeout", "8");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "torii");
        return properties;
    }

    private static String withoutCredentials(String url) {
        return url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
    }

    @Override
    public String toString() {
        return url;
    }
}
