package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// The superuser of the embedded PostgreSQL, with its generated password.
///
/// @param file where the password is kept
record ClusterLogin(String password, Path file) {
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "torii";
    private static final String WRONG_PASSWORD = "28P01";

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    static ClusterLogin of(Path file) {
        return new ClusterLogin(SecretFile.readOrCreate(file), file);
    }

    /// Whether a server answers there.
    ///
    /// @throws ToriiException HOME_UNUSABLE when it refuses the password
    boolean answers(int port) {
        try (Connection ignored = connect(port, SUPERUSER)) {
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw refused(e);
            }
            return false;
        }
    }

    /// Makes Torii's database when it is missing.
    ///
    /// @throws ToriiException HOME_UNUSABLE when the server refuses the password
    void createDatabase(int port) throws SQLException {
        try (Connection connection = connect(port, SUPERUSER);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = 'torii'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database torii");
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw refused(e);
            }
            throw e;
        }
    }

    private ToriiException refused(SQLException e) {
        return new ToriiException(
                ErrorCode.HOME_UNUSABLE,
                "The embedded PostgreSQL refuses the password in %s.".formatted(file),
                "Maybe that file was lost, changed or copied from another home: put back the right one.",
                e);
    }

    private Connection connect(int port, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url(port, database), properties);
    }

    @Override
    public String toString() {
        return "ClusterLogin[***]";
    }
}
