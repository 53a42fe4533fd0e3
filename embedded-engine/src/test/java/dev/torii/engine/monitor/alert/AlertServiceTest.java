package dev.torii.engine.monitor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.models.monitoring.Alert;
import dev.torii.models.monitoring.AlertSeverity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AlertServiceTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void anOpenAlertIsCountedAndOneThatComesBackIsANewOne() {
        try (FreshDatabase fresh = FreshDatabase.portable();
                Database database = fresh.open()) {
            at(database, 0).raise("model.damaged", AlertSeverity.WARNING, "title", "first");
            at(database, 10).raise("model.damaged", AlertSeverity.CRITICAL, "title", "second");
            at(database, 20).raise("disk.full", AlertSeverity.INFO, "other", "");

            assertThat(at(database, 20).open()).extracting(Alert::key).containsExactly("disk.full", "model.damaged");
            assertThat(at(database, 20).open().getLast()).satisfies(alert -> {
                assertThat(alert.count()).isEqualTo(2);
                assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
                assertThat(alert.detail()).isEqualTo("second");
                assertThat(alert.raisedAt()).isEqualTo(START);
                assertThat(alert.lastSeenAt()).isEqualTo(START.plusSeconds(10));
            });

            at(database, 30).resolve("model.damaged");
            at(database, 31).resolve("model.damaged");
            assertThat(at(database, 31).open()).extracting(Alert::key).containsExactly("disk.full");
            at(database, 40).raise("model.damaged", AlertSeverity.WARNING, "title", "third");
            assertThat(at(database, 40).list(10)).hasSize(3).element(0).satisfies(alert -> {
                assertThat(alert.count()).isEqualTo(1);
                assertThat(alert.resolvedAt()).isNull();
            });
        }
    }

    @Test
    void whoeverRaisesNeverFails() throws SQLException {
        try (FreshDatabase fresh = FreshDatabase.portable();
                Database database = fresh.open();
                Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            AlertService alerts = at(database, 0);
            statement.execute("revoke all on public.alert from service_role");
            alerts.raise("key", AlertSeverity.INFO, "title", "detail");
            alerts.resolve("key");
            statement.execute("grant all on public.alert to service_role");
            assertThat(alerts.open()).isEmpty();
        }
    }

    private static AlertService at(Database database, long second) {
        return new AlertService(database, Clock.fixed(START.plusSeconds(second), ZoneOffset.UTC));
    }
}
