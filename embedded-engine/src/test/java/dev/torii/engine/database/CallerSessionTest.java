package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a transaction of a caller wears, and that it takes it off.
@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerSessionTest {
    private static final String WHO = "select current_user || ' ' || coalesce(auth.uid()::text, 'nobody')";

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private SchemaVariant variant;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase fresh;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeParameterizedClassInvocation
    void open() {
        fresh = FreshDatabase.of(variant);
        database = fresh.open();
    }

    @AfterParameterizedClassInvocation
    void drop() {
        database.close();
        fresh.close();
    }

    @Test
    void eachCallerWearsItsOwnRoleAndClaimsOnTheSameConnections() {
        for (int i = 0; i < 20; i++) {
            UUID user = UUID.randomUUID();
            assertThat(who(new Caller.User(user))).isEqualTo("authenticated " + user);
            assertThat(who(Caller.ANONYMOUS)).isEqualTo("anon nobody");
            assertThat(who(Caller.SERVICE)).isEqualTo("service_role nobody");
        }
    }

    @Test
    void theClaimsAreGoneAfterTheTransaction() throws SQLException {
        try (Connection gateway = login(DatabaseRoles.GATEWAY);
                Statement statement = gateway.createStatement()) {
            gateway.setAutoCommit(false);
            statement.execute("select set_config('role', 'authenticated', true),"
                    + " set_config('request.jwt.claims', '{\"sub\":\"" + UUID.randomUUID() + "\"}', true)");
            gateway.commit();
            statement.execute("set local role authenticated");
            assertThat(text(statement, WHO)).isEqualTo("authenticated nobody");
            assertThat(text(statement, "select count(*) from app_user")).isEqualTo("0");
        }
    }

    @Test
    void aCallInsideAnotherLeavesTheOuterOneItsRole() {
        UUID user = UUID.randomUUID();
        String after = database.asCaller(new Caller.User(user), handle -> {
            assertThat(who(new Caller.User(UUID.randomUUID()))).startsWith("authenticated");
            return handle.createQuery(WHO).mapTo(String.class).one();
        });
        assertThat(after).isEqualTo("authenticated " + user);
    }

    @Test
    void aStatementIsCancelledInTheDatabase() throws SQLException {
        Jobs jobs = new Jobs(Clock.systemUTC());
        Job<Integer> job = jobs.start(JobKind.IMPORT, "", context -> {
            context.log("started");
            return database.asService(context.cancellation(), handle -> handle.execute("select pg_sleep(60)"));
        });
        await().until(() -> sleepers().equals("1"));
        job.cancel();
        assertThatThrownBy(job::await)
                .isInstanceOfSatisfying(
                        ToriiException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(sleepers()).isEqualTo("0");
        jobs.close();
    }

    @Test
    void aRequestThatTakesTooLongIsToldToComeBack() {
        for (String statement : new String[] {
            "set local statement_timeout = '50ms'; select pg_sleep(30)",
            "do $$ begin raise exception 'a lock is held' using errcode = '55P03'; end $$"
        }) {
            assertThatThrownBy(() ->
                            database.asCaller(new Caller.User(UUID.randomUUID()), handle -> handle.execute(statement)))
                    .isInstanceOfSatisfying(
                            ToriiException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE))
                    .hasMessageContaining("in the time that a request has");
        }
    }

    private String sleepers() throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            return text(
                    statement,
                    "select count(*) from pg_stat_activity where datname = current_database()"
                            + " and query = 'select pg_sleep(60)' and state = 'active'");
        }
    }

    @Test
    void withoutARoleTheLoginsMayDoNothing() throws SQLException {
        for (String role : new String[] {DatabaseRoles.GATEWAY, DatabaseRoles.SERVICE}) {
            try (Connection login = login(role);
                    Statement statement = login.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select * from app_user"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theGatewayCannotBeTalkedIntoAStrongerRole() throws SQLException {
        try (Connection gateway = login(DatabaseRoles.GATEWAY);
                Statement statement = gateway.createStatement()) {
            for (String role : new String[] {"service_role", "postgres", DatabaseRoles.SERVICE}) {
                assertThatThrownBy(() -> statement.execute("select set_config('role', '" + role + "', true)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied to set role");
            }
        }
    }

    private String who(Caller caller) {
        return database.asCaller(
                caller, handle -> handle.createQuery(WHO).mapTo(String.class).one());
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection login(String role) throws SQLException {
        DatabaseConfig config = fresh.config();
        DatabaseAddress admin = DatabaseAddress.configured(String.valueOf(config.url()), config);
        try (Connection connection = admin.connect()) {
            DatabaseAddress login = new DatabaseRoles(admin, String.valueOf(config.password())).login(connection, role);
            return DriverManager.getConnection(login.url(), login.properties());
        }
    }
}
