package dev.torii.engine.database;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.PGConnection;

/// The roles of the server: the three that Supabase knows, and Torii's two logins. The gateway may become `anon`
/// and `authenticated` and nothing else; the service login may become `service_role`. Two logins, because a login
/// that may become both could be talked into the stronger role by an injected statement.
final class DatabaseRoles {
    static final String GATEWAY = "torii_gateway";
    static final String SERVICE = "torii_service";
    private static final int ATTEMPTS = 5;
    /// Two processes made the same role, or changed the same one, at the same time.
    private static final Set<String> RACES = Set.of("42710", "23505", "XX000");

    private final DatabaseAddress address;
    private final String secret;

    /// @param secret what the logins' passwords are derived from, the same for all processes on one database
    DatabaseRoles(DatabaseAddress address, String secret) {
        this.address = address;
        this.secret = secret;
    }

    /// Makes the roles that are missing.
    void ensure(Connection admin) throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                create(admin);
                return;
            } catch (SQLException e) {
                if (DatabaseErrors.DENIED.equals(e.getSQLState())) {
                    throw new ToriiException(
                            ErrorCode.CONFIGURATION,
                            "%s may not make the roles that Torii needs: %s".formatted(address.user(), e.getMessage()),
                            "Maybe grant it CREATEROLE, or log in as an administrator.",
                            e);
                }
                if (attempt == ATTEMPTS || !RACES.contains(e.getSQLState())) {
                    throw e;
                }
                Thread.sleep(50L * attempt);
            }
        }
    }

    /// The address of one of the two logins; its password is set when it does not work yet.
    DatabaseAddress login(Connection admin, String role) throws SQLException {
        DatabaseAddress login = address.as(role, password(role));
        try (Connection ignored = login.open()) {
            return login;
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith("28")) {
                throw DatabaseErrors.connecting(login, e);
            }
        }
        admin.unwrap(PGConnection.class).alterUserPassword(role, password(role).toCharArray(), "scram-sha-256");
        login.connect().close();
        return login;
    }

    private void create(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            boolean superuser = isSuperuser(statement);
            createRole(admin, "anon", "nologin noinherit");
            createRole(admin, "authenticated", "nologin noinherit");
            createRole(admin, "service_role", "nologin noinherit" + (superuser ? " bypassrls" : ""));
            createRole(admin, GATEWAY, "login noinherit");
            createRole(admin, SERVICE, "login noinherit");
            for (List<String> pair : List.of(
                    List.of("anon", GATEWAY), List.of("authenticated", GATEWAY), List.of("service_role", SERVICE))) {
                if (!isMember(admin, pair.get(1), pair.get(0))) {
                    statement.execute("grant %s to %s".formatted(pair.get(0), pair.get(1)));
                }
            }
        }
    }

    private static boolean isSuperuser(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void createRole(Connection admin, String name, String attributes) throws SQLException {
        try (PreparedStatement known = admin.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            known.setString(1, name);
            try (ResultSet row = known.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (Statement statement = admin.createStatement()) {
            statement.execute("create role %s %s".formatted(name, attributes));
        }
    }

    private static boolean isMember(Connection admin, String login, String role) throws SQLException {
        try (PreparedStatement member = admin.prepareStatement("""
                select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member
                where r.rolname = ? and l.rolname = ?
                """)) {
            member.setString(1, role);
            member.setString(2, login);
            try (ResultSet row = member.executeQuery()) {
                return row.next();
            }
        }
    }

    /// A function of the secret, so that several processes on one database agree without keeping anything.
    private String password(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("torii login " + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
