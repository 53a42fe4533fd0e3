package dev.torii.engine.ingest.sync;

import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of runs.
final class SyncRunDao {
    /// Takes the lock of a source for the rest of the transaction; the database lets go of it by itself when the
    /// process that holds it dies.
    ///
    /// @return false when another transaction holds it
    boolean tryLock(Handle handle, String source) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended('torii.run.' || :source, 0))")
                .bind("source", source)
                .mapTo(Boolean.class)
                .one();
    }

    /// Keeps a transaction that waits for its end from looking abandoned.
    void stayAlive(Handle handle) {
        handle.createQuery("select 1").mapTo(Integer.class).one();
    }

    /// @param request what was asked for, as JSON, without credentials
    void insert(Handle handle, SyncRun run, String request) {
        handle.createUpdate("""
                        insert into public.sync_run (id, source, state, request, started_at)
                        values (:id, :source, :state, :request::jsonb, :started)
                        """)
                .bind("id", run.id())
                .bind("source", run.source())
                .bind("state", run.state().name())
                .bind("request", request)
                .bind("started", run.startedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    void update(Handle handle, SyncRun run) {
        handle.createUpdate("""
                        update public.sync_run set state = :state, read_count = :read, added_count = :added,
                            changed_count = :changed, unchanged_count = :unchanged,
                            quarantined_count = :quarantined, duplicate_count = :duplicates,
                            finished_at = :finished, failure = :failure
                        where id = :id
                        """)
                .bind("id", run.id())
                .bind("state", run.state().name())
                .bind("read", run.counts().read())
                .bind("added", run.counts().added())
                .bind("changed", run.counts().changed())
                .bind("unchanged", run.counts().unchanged())
                .bind("quarantined", run.counts().quarantined())
                .bind("duplicates", run.counts().duplicates())
                .bindByType("finished", offset(run.finishedAt()), OffsetDateTime.class)
                .bindByType("failure", run.failure(), String.class)
                .execute();
    }

    /// Runs of a source that nobody works on any more become failed ones. The caller holds the source's lock.
    int closeAbandoned(Handle handle, String source, Instant now, String failure) {
        return handle.createUpdate("""
                        update public.sync_run set state = 'FAILED', finished_at = :now, failure = :failure
                        where source = :source and state = 'RUNNING'
                        """)
                .bind("source", source)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("failure", failure)
                .execute();
    }

    List<String> sourcesOfRunning(Handle handle) {
        return handle.createQuery("select distinct source from public.sync_run where state = 'RUNNING' order by source")
                .mapTo(String.class)
                .list();
    }

    /// Newest first.
    List<SyncRun> newest(Handle handle, int limit) {
        return handle.createQuery("select * from public.sync_run order by started_at desc, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list();
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new SyncRun(
                row.getObject("id", UUID.class),
                row.getString("source"),
                SyncState.valueOf(row.getString("state")),
                new SyncCounts(
                        row.getLong("read_count"),
                        row.getLong("added_count"),
                        row.getLong("changed_count"),
                        row.getLong("unchanged_count"),
                        row.getLong("quarantined_count"),
                        row.getLong("duplicate_count")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
