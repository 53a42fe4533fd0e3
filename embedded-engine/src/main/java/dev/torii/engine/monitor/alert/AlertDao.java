package dev.torii.engine.monitor.alert;

import dev.torii.models.monitoring.Alert;
import dev.torii.models.monitoring.AlertSeverity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of alerts.
final class AlertDao {
    /// Opens an alert, or counts the open one of this key and takes over what is said now.
    void raise(Handle handle, String key, AlertSeverity severity, String title, String detail, Instant now) {
        handle.createUpdate("""
                        insert into public.alert (key, severity, title, detail, raised_at, last_seen_at)
                        values (:key, :severity, :title, :detail, :now, :now)
                        on conflict (key) where resolved_at is null do update set
                            severity = excluded.severity, title = excluded.title, detail = excluded.detail,
                            last_seen_at = excluded.last_seen_at, count = alert.count + 1
                        """)
                .bind("key", key)
                .bind("severity", severity.name())
                .bind("title", title)
                .bind("detail", detail)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// @return whether there was one to close
    boolean resolve(Handle handle, String key, Instant now) {
        return handle.createUpdate(
                                "update public.alert set resolved_at = :now where key = :key and resolved_at is null")
                        .bind("key", key)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    /// Newest first.
    List<Alert> open(Handle handle) {
        return handle.createQuery(
                        "select * from public.alert where resolved_at is null order by raised_at desc, id desc")
                .map((row, context) -> alert(row))
                .list();
    }

    /// Open and closed, newest first.
    List<Alert> list(Handle handle, int limit) {
        return handle.createQuery("select * from public.alert order by raised_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> alert(row))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                row.getString("key"),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("detail"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("resolved_at", OffsetDateTime.class)),
                row.getLong("count"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
