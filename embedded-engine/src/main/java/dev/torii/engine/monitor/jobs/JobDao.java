package dev.torii.engine.monitor.jobs;

import dev.torii.models.job.JobKind;
import dev.torii.models.job.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of jobs.
final class JobDao {
    /// Inserts a job or brings it up to date; a wish to cancel it stays.
    void put(Handle handle, JobRecord job) {
        handle.createUpdate("""
                        insert into public.job (id, kind, title, state, started_at, finished_at, failure, advice, actor,
                            process, note, stage, done, total, unit, per_second, seen_at)
                        values (:id, :kind, :title, :state, :started, :finished, :failure, :advice, :actor,
                            :process, :note, :stage, :done, :total, :unit, :rate, :seen)
                        on conflict (id) do update set state = excluded.state, finished_at = excluded.finished_at,
                            failure = excluded.failure, advice = excluded.advice, note = excluded.note,
                            stage = excluded.stage, done = excluded.done, total = excluded.total,
                            unit = excluded.unit, per_second = excluded.per_second, seen_at = excluded.seen_at
                        """)
                .bind("id", job.id())
                .bind("kind", job.kind().name())
                .bind("title", job.title())
                .bind("state", job.state().name())
                .bind("started", job.startedAt().atOffset(ZoneOffset.UTC))
                .bindByType("finished", time(job.finishedAt()), OffsetDateTime.class)
                .bindByType("failure", job.failure(), String.class)
                .bindByType("advice", job.advice(), String.class)
                .bind("actor", job.actor())
                .bind("process", job.process())
                .bindByType("note", job.note(), String.class)
                .bind("stage", job.stage())
                .bind("done", job.done())
                .bind("total", job.total())
                .bind("unit", job.unit())
                .bind("rate", job.perSecond())
                .bindByType("seen", time(job.seenAt()), OffsetDateTime.class)
                .execute();
    }

    /// Newest first.
    List<JobRecord> list(Handle handle, int limit) {
        return handle.createQuery("select * from public.job order by started_at desc, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list();
    }

    Optional<JobRecord> find(Handle handle, UUID id) {
        return handle.createQuery("select * from public.job where id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne();
    }

    /// @return whether the job was still going on
    boolean requestCancel(Handle handle, UUID id, Instant now) {
        return handle.createUpdate("""
                        update public.job set cancel_requested_at = coalesce(cancel_requested_at, :now)
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """)
                        .bind("id", id)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    /// Gives a sign of life for the jobs of a process.
    ///
    /// @return those of them that somebody wishes to end
    List<UUID> beat(Handle handle, String process, Instant now) {
        return handle.createQuery("""
                        with alive as (
                            update public.job set seen_at = :now where process = :process
                                and state in ('WAITING', 'RUNNING') returning id, cancel_requested_at
                        )
                        select id from alive where cancel_requested_at is not null
                        """)
                .bind("process", process)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list();
    }

    /// Ends the jobs of processes that gave no sign of life since `since`.
    int closeAbandoned(Handle handle, Instant since, Instant now) {
        return handle.createUpdate("""
                        update public.job set state = 'FAILED', finished_at = coalesce(seen_at, :now),
                            failure = 'The process ended before the job did.',
                            advice = 'Maybe start it again; what it had written is there.'
                        where state in ('WAITING', 'RUNNING') and coalesce(seen_at, started_at) < :since
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Removes the oldest finished jobs.
    ///
    /// @param keep how many jobs stay
    void prune(Handle handle, int keep) {
        handle.createUpdate("""
                        delete from public.job where state not in ('WAITING', 'RUNNING') and id in (
                            select id from public.job order by started_at desc, id offset :keep)
                        """).bind("keep", keep).execute();
    }

    private static JobRecord job(ResultSet row) throws SQLException {
        return new JobRecord(
                row.getObject("id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                row.getString("title"),
                JobState.valueOf(row.getString("state")),
                row.getString("actor"),
                row.getString("process"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("unit"),
                row.getDouble("per_second"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "seen_at"),
                instant(row, "cancel_requested_at"),
                row.getString("note"),
                row.getString("failure"),
                row.getString("advice"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
