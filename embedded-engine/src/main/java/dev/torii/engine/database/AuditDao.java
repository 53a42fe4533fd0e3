package dev.torii.engine.database;

import dev.torii.models.monitoring.AuditEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of the audit log: who did what on whose behalf.
public final class AuditDao {
    /// @param actor who did it: `service`
    /// @param action what was done: `like`, `unlike` ...
    /// @param userId on whose behalf; null when on nobody's
    /// @param subject what it was done to, an id
    public record Entry(
            Instant at,
            String actor,
            String action,
            @Nullable UUID userId,
            String subject) {}

    public void write(Handle handle, Entry entry) {
        handle.createUpdate("""
                        insert into public.audit_log (at, actor, action, user_id, subject)
                        values (:at, :actor, :action, :user, :subject)
                        """)
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bindByType("user", entry.userId(), UUID.class)
                .bind("subject", entry.subject())
                .execute();
    }

    /// The newest entries of a user.
    public List<Entry> ofUser(Handle handle, UUID userId, int limit) {
        return handle.createQuery("""
                        select at, actor, action, user_id, subject from public.audit_log
                        where user_id = :user order by id desc limit :limit
                        """)
                .bind("user", userId)
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getObject("user_id", UUID.class),
                        row.getString("subject")))
                .list();
    }

    /// Notes something that was done on nobody's behalf, with the reason that was given.
    public void write(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        insert into public.audit_log (at, actor, action, subject, detail)
                        values (:at, :actor, :action, :target,
                            case when cast(:reason as text) is not null then jsonb_build_object('reason', cast(:reason as text)) end)
                        """)
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("target", entry.target())
                .bindByType("reason", entry.reason(), String.class)
                .execute();
    }

    /// The newest entries about one target, newest first.
    public List<AuditEntry> ofTarget(Handle handle, String target, int limit) {
        return handle.createQuery("""
                        select at, actor, action, subject, detail ->> 'reason' as reason from public.audit_log
                        where subject = :target order by id desc limit :limit
                        """)
                .bind("target", target)
                .bind("limit", limit)
                .map((row, context) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
    }
}
