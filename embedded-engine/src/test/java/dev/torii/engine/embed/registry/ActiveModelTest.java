package dev.torii.engine.embed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void aRegistryThatDoesNotAnswerIsAskedAgain() throws Exception {
        try (FreshDatabase fresh = FreshDatabase.of(SchemaVariant.PORTABLE);
                Database database = fresh.open()) {
            ActiveModel active = new ActiveModel(
                    new ModelRegistry(database, new ModelDao(), home, Clock.systemUTC()), AlertSink.NONE, null);
            execute(fresh, "revoke select on public.model from service_role");

            assertThat(active.reload()).isFalse();
            assertThat(active.health().state()).isEqualTo(PartState.DOWN);
            assertThatThrownBy(active::require)
                    .isInstanceOfSatisfying(
                            ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE));

            execute(fresh, "grant select on public.model to service_role");
            assertThat(active.reload()).isTrue();
            assertThat(active.health().state()).isEqualTo(PartState.EMPTY);
        }
    }

    private static void execute(FreshDatabase fresh, String sql) throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
