package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.models.people.Caller;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sees and writes which rows, for each table of users and each role.
@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {
    private static final UUID ANNA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID BERT = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID VIDEO = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final String VECTOR = "cast(array_fill(0.5, array[768]) as real[])";

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
        database.useService(handle -> {
            handle.execute("insert into model values ('m', 'ACTIVE', 768, now(), now(), '{}', '{}', '{}', 'f')");
            for (UUID video : List.of(VIDEO, OTHER)) {
                handle.execute(
                        "insert into video (id, source, external_id, title, title_search, fingerprint)"
                                + " values (?, 'csv', ?, 't', 't', 'f')",
                        video,
                        video.toString());
            }
            for (UUID user : List.of(ANNA, BERT)) {
                handle.execute("insert into app_user values (?, 'auth', ?)", user, user.toString());
                handle.execute("insert into interaction values (?, ?, 'LIKE', 1, now())", user, VIDEO);
                handle.execute("insert into user_video_decision values (?, ?, 'LIKE', now())", user, VIDEO);
                handle.execute(
                        "insert into user_embedding (user_id, model_version, embedding, computed) values (?, 'm', "
                                + VECTOR + ", true)",
                        user);
            }
        });
    }

    @AfterParameterizedClassInvocation
    void drop() {
        database.close();
        fresh.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"interaction", "user_video_decision", "user_embedding"})
    void aUserSeesAndWritesItsOwnRowsOnly(String table) {
        assertThat(users(new Caller.User(ANNA), "select user_id from " + table)).containsExactly(ANNA);
        assertThat(changed(ANNA, "update " + table + " set user_id = user_id where user_id = ?", BERT))
                .isZero();
        assertThat(changed(ANNA, "delete from " + table + " where user_id = ?", BERT))
                .isZero();
        assertDenied(ANNA, "update " + table + " set user_id = '" + BERT + "' where user_id = '" + ANNA + "'");
        assertThat(users(Caller.SERVICE, "select user_id from " + table)).containsExactlyInAnyOrder(ANNA, BERT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into interaction values ('%s', '%s', 'VIEW', 1, now())",
                "insert into user_video_decision values ('%s', '%s', 'SKIP', now())",
                "insert into user_embedding (user_id, model_version, embedding, computed) select '%s', 'm', " + VECTOR
                        + ", true from video where id = '%s'",
            })
    void aUserInsertsForItselfOnly(String insert) {
        assertDenied(ANNA, insert.formatted(BERT, OTHER));
        UUID newcomer = UUID.randomUUID();
        Caller self = new Caller.User(newcomer);
        int added = database.asCaller(self, handle -> {
            handle.execute("insert into app_user values (?, 'auth', ?)", newcomer, newcomer.toString());
            int rows = handle.execute(insert.formatted(newcomer, OTHER));
            handle.rollback();
            return rows;
        });
        assertThat(added).isEqualTo(1);
    }

    @Test
    void aUserKnowsAndMakesItselfOnly() {
        assertThat(users(new Caller.User(ANNA), "select id from app_user")).containsExactly(ANNA);
        assertDenied(ANNA, "insert into app_user values ('%s', 'auth', 'x')".formatted(UUID.randomUUID()));
        UUID newcomer = UUID.randomUUID();
        assertDenied(newcomer, "insert into app_user values ('%s', 'movielens', '1')".formatted(newcomer));
        assertDenied(ANNA, "update app_user set source = 'movielens'");
        assertThat(changed(ANNA, "delete from app_user where id = ?", BERT)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app_user",
                "interaction",
                "user_video_decision",
                "user_embedding",
                "video_embedding",
                "model",
                "sync_run",
                "quarantine",
                "job",
                "audit_log",
                "video_deletion"
            })
    void nobodyKnownSeesNothingOfUsersAndOperations(String table) {
        assertForbidden(Caller.ANONYMOUS, "select * from " + table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"video_embedding", "sync_run", "quarantine", "job", "audit_log", "video_deletion"})
    void aUserSeesNothingOfOperations(String table) {
        assertForbidden(new Caller.User(ANNA), "select * from " + table);
    }

    @Test
    void everybodyReadsTheCatalogueAndNobodyWritesIt() {
        assertThat(users(Caller.ANONYMOUS, "select id from video")).containsExactlyInAnyOrder(VIDEO, OTHER);
        assertThat(users(new Caller.User(ANNA), "select id from video")).hasSize(2);
        assertForbidden(Caller.ANONYMOUS, "delete from video");
        assertForbidden(new Caller.User(ANNA), "update video set title = 'x'");
        assertForbidden(
                new Caller.User(ANNA),
                "insert into term (kind, source, external_id, name) values ('TAG', 'x', 'x', 'x')");
    }

    @Test
    void everyTableIsUnderForcedRowLevelSecurity() {
        List<String> open = database.asService(
                handle -> handle.createQuery("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                            and not (relrowsecurity and relforcerowsecurity)
                        """).mapTo(String.class).list());
        assertThat(open).isEmpty();
    }

    private List<UUID> users(Caller caller, String query) {
        return database.asCaller(
                caller, handle -> handle.createQuery(query).mapTo(UUID.class).list());
    }

    private int changed(UUID user, String statement, UUID argument) {
        return database.asCaller(new Caller.User(user), (Handle handle) -> handle.execute(statement, argument));
    }

    private void assertDenied(UUID user, String statement) {
        assertForbidden(new Caller.User(user), statement);
    }

    private void assertForbidden(Caller caller, String statement) {
        assertThatThrownBy(() -> database.asCaller(caller, handle -> handle.execute(statement)))
                .isInstanceOfSatisfying(
                        ToriiException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }
}
