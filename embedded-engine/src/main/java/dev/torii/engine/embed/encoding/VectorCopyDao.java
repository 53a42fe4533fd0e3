package dev.torii.engine.embed.encoding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// SQL that writes many vectors at once, by binary COPY.
///
/// A batch does not wait for the disk (`synchronous_commit`): what a crash of the server takes away is
/// missing, which the next run sees, and never half there.
final class VectorCopyDao {
    private static final String COLUMNS = "(video_id, model_version, video_revision, embedding)";

    /// Replaces the vectors of these videos. Fails as a whole when another transaction holds one of their
    /// rows for longer than a second, when a video was deleted, or when another process wrote one of them
    /// meanwhile.
    void replace(Handle handle, String modelVersion, List<VideoVector> vectors, boolean pgvector) {
        handle.execute("set local synchronous_commit = off");
        handle.execute("set local lock_timeout = '1s'");
        handle.createUpdate("delete from public.video_embedding where model_version = :model and video_id = any(:ids)")
                .bind("model", modelVersion)
                .bindArray("ids", UUID.class, ids(vectors))
                .execute();
        copy(handle, "public.video_embedding", VectorRows.of(modelVersion, vectors, pgvector));
    }

    /// Inserts or replaces those vectors whose videos exist and are held by nobody; works under row-level
    /// security, and beside other writers.
    ///
    /// @param type of the column, from [#columnType]
    /// @return the videos whose vectors were written
    Set<UUID> merge(Handle handle, String modelVersion, List<VideoVector> vectors, String type, boolean pgvector) {
        handle.execute("set local synchronous_commit = off");
        handle.execute("drop table if exists pg_temp.encoded_video");
        handle.execute("create temp table encoded_video (video_id uuid, model_version text, video_revision bigint,"
                + " embedding " + type + ") on commit drop");
        handle.execute("alter table pg_temp.encoded_video alter column embedding set storage plain");
        copy(handle, "pg_temp.encoded_video", VectorRows.of(modelVersion, vectors, pgvector));
        return handle.createQuery("""
                        insert into public.video_embedding (video_id, model_version, embedding, video_revision)
                        select e.video_id, e.model_version, e.embedding, e.video_revision
                        from pg_temp.encoded_video e join (
                            select id from public.video where id = any(:ids) order by id for key share skip locked
                        ) free on free.id = e.video_id
                        on conflict (video_id, model_version) do update set embedding = excluded.embedding,
                            video_revision = excluded.video_revision, updated_at = now(), revision = txid_current()
                        returning video_id
                        """)
                .bindArray("ids", UUID.class, ids(vectors))
                .mapTo(UUID.class)
                .set();
    }

    /// The type of the column that holds vectors, with its schema.
    String columnType(Handle handle) {
        return handle.createQuery("""
                        select format_type(atttypid, atttypmod) from pg_attribute
                        where attrelid = cast('public.video_embedding' as regclass) and attname = 'embedding'
                        """).mapTo(String.class).one();
    }

    /// Those of `ids` that exist.
    Set<UUID> existing(Handle handle, Collection<UUID> ids) {
        return handle.createQuery("select id from public.video where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .set();
    }

    private static List<UUID> ids(List<VideoVector> vectors) {
        return vectors.stream().map(VideoVector::videoId).toList();
    }

    private static void copy(Handle handle, String table, byte[] rows) {
        try {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " " + COLUMNS + " from stdin binary", new ByteArrayInputStream(rows));
        } catch (IOException | SQLException e) {
            throw new CopyFailed(e);
        }
    }

    /// The database refused a batch.
    private static final class CopyFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CopyFailed(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
