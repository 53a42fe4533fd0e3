package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One set of scripts, two forms of the schema, and a database that may belong to Supabase.
class SchemaMigrationTest {
    @ParameterizedTest
    @EnumSource(SchemaVariant.class)
    void makesTheFormThatTheServerAllowsAndFindsItDoneTheSecondTime(SchemaVariant variant) throws SQLException {
        boolean pgvector = variant == SchemaVariant.PGVECTOR;
        try (FreshDatabase fresh = FreshDatabase.of(variant)) {
            for (int round = 0; round < 2; round++) {
                try (Database database = fresh.open()) {
                    assertThat(database.hasPgvector()).isEqualTo(pgvector);
                    assertThat(database.health().detail()).contains(pgvector ? "pgvector schema" : "portable schema");
                }
            }
            assertThat(text(
                            fresh,
                            "select format_type(atttypid, atttypmod) from pg_attribute"
                                    + " where attrelid = 'public.video_embedding'::regclass and attname = 'embedding'"))
                    .isEqualTo(pgvector ? "vector(768)" : "real[]");
            assertThat(text(fresh, "select count(*) from pg_indexes where indexname = 'video_embedding_nearest'"))
                    .isEqualTo(pgvector ? "1" : "0");
            assertThat(text(fresh, "select count(*) from torii.flyway_schema_history where not success"))
                    .isEqualTo("0");
        }
    }

    @Test
    void staysPortableWhenPgvectorTurnsUpLater() throws SQLException {
        try (FreshDatabase fresh = FreshDatabase.of(SchemaVariant.PGVECTOR)) {
            execute(fresh, """
                    drop index video_embedding_nearest;
                    alter table video_embedding alter column embedding type real[] using embedding::real[];
                    alter table user_embedding alter column embedding type real[] using embedding::real[]
                    """);
            try (Database database = fresh.open()) {
                assertThat(database.hasPgvector()).isFalse();
            }
        }
    }

    @Test
    void leavesTheAuthSchemaOfSupabaseAlone() throws SQLException {
        try (FreshDatabase fresh = FreshDatabase.portable()) {
            execute(fresh, """
                    drop schema public cascade; drop schema torii cascade; drop schema auth cascade;
                    create schema public; create schema auth;
                    create table auth.users (id uuid primary key, instance_id uuid, encrypted_password text);
                    create function auth.uid() returns uuid language sql stable as $$ select null::uuid $$
                    """);
            fresh.open().close();
            assertThat(text(fresh, "select prosrc from pg_proc where oid = 'auth.uid()'::regprocedure"))
                    .isEqualTo(" select null::uuid ");
            assertThat(
                            text(
                                    fresh,
                                    "select string_agg(column_name, ',' order by ordinal_position)"
                                            + " from information_schema.columns where table_schema = 'auth' and table_name = 'users'"))
                    .isEqualTo("id,instance_id,encrypted_password");
            assertThat(text(fresh, "select to_regprocedure('auth.role()') is not null"))
                    .isEqualTo("t");
        }
    }

    @Test
    void aLoginThatIsNoSuperuserCanPrepareADatabaseOfItsOwn() throws SQLException {
        try (FreshDatabase fresh = FreshDatabase.portable()) {
            String name = "owner" + System.nanoTime();
            execute(
                    fresh,
                    "create role " + name + " login createrole password 'p'; alter schema public owner to " + name
                            + "; drop schema torii cascade; drop schema auth cascade; drop schema public cascade;"
                            + " create schema public authorization " + name);
            execute(
                    fresh,
                    "do $$ begin execute format('grant create on database %I to " + name
                            + "', current_database()); end $$");
            var given = fresh.config();
            var config = new dev.torii.engine.EngineConfig.DatabaseConfig(given.url(), name, "p", 2, 0, null, null);
            try (Database database = Database.open(fresh.home(), config)) {
                int rows = database.asService(
                        handle -> handle.execute("insert into app_user values (gen_random_uuid(), 'csv', '1')"));
                assertThat(rows).isEqualTo(1);
            } finally {
                execute(fresh, "drop owned by " + name + " cascade; drop role " + name);
            }
        }
    }

    private static void execute(FreshDatabase fresh, String sql) throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(FreshDatabase fresh, String query) throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
