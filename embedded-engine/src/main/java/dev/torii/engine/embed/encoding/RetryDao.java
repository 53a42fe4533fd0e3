package dev.torii.engine.embed.encoding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of the videos whose encoding failed.
final class RetryDao {
    /// How often this revision of the video has failed with this model; 0 when it has not.
    int attempts(Handle handle, String version, UUID video, long revision) {
        return handle.createQuery("""
                        select attempts from public.embedding_retry
                        where model_version = :version and video_id = :video and video_revision = :revision
                        """)
                .bind("version", version)
                .bind("video", video)
                .bind("revision", revision)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /// Those of `ids` that failed as they are now, whether they wait for another try or were given up.
    Set<UUID> known(Handle handle, String version, Collection<UUID> ids) {
        return handle.createQuery("""
                        select r.video_id from public.embedding_retry r
                        join public.video v on v.id = r.video_id and v.revision = r.video_revision
                        where r.model_version = :version and r.video_id = any(:ids)
                        """)
                .bind("version", version)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .set();
    }

    /// Notes a failure; a video that was deleted meanwhile is left out.
    ///
    /// @param nextTryAt null: given up
    void put(
            Handle handle,
            String version,
            EncodingFailure failure,
            int attempts,
            Instant now,
            @Nullable Instant nextTryAt) {
        handle.createUpdate("""
                        insert into public.embedding_retry
                            (video_id, model_version, video_revision, attempts, last_error, failed_at, next_try_at)
                        select id, :version, :revision, :attempts, :error, :now, :next
                        from public.video where id = :video
                        on conflict (video_id, model_version) do update set video_revision = excluded.video_revision,
                            attempts = excluded.attempts, last_error = excluded.last_error,
                            failed_at = excluded.failed_at, next_try_at = excluded.next_try_at
                        """)
                .bind("version", version)
                .bind("video", failure.videoId())
                .bind("revision", failure.videoRevision())
                .bind("attempts", attempts)
                .bind("error", failure.reason())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindByType("next", time(nextTryAt), OffsetDateTime.class)
                .execute();
    }

    /// Takes out what has a vector by now, or is gone.
    int forgetEncoded(Handle handle, String version) {
        return handle.createUpdate("""
                        delete from public.embedding_retry r where r.model_version = :version and (
                            exists (select from public.video_embedding e where e.model_version = r.model_version
                                and e.video_id = r.video_id and e.video_revision >= r.video_revision)
                            or not exists (select from public.video v where v.id = r.video_id))
                        """).bind("version", version).execute();
    }

    /// The videos whose time has come, the longest waiting first.
    List<UUID> due(Handle handle, String version, Instant now, int limit) {
        return handle.createQuery("""
                        select video_id from public.embedding_retry
                        where model_version = :version and next_try_at <= :now order by next_try_at limit :limit
                        """)
                .bind("version", version)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// What failed and is not mended, of all models, the newest first.
    List<FailedVideo> list(Handle handle, int limit) {
        return handle.createQuery("""
                        select r.*, v.external_id, v.title from public.embedding_retry r
                        join public.video v on v.id = r.video_id order by r.failed_at desc, r.video_id limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> failed(row))
                .list();
    }

    private static FailedVideo failed(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
        return new FailedVideo(
                row.getObject("video_id", UUID.class),
                row.getString("external_id"),
                row.getString("title"),
                row.getString("model_version"),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
