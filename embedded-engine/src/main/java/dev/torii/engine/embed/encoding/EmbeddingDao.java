package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.ChangeMark;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.postgresql.PGConnection;

/// SQL of vectors. They travel as binary `float4[]`, and the database casts them from and to the type of its
/// schema: the same statements serve the portable and the pgvector form.
public final class EmbeddingDao {
    private static final int FETCH_SIZE = 1_000;
    private static final String READ = """
            select e.video_id, e.video_revision, array_send(cast(e.embedding as real[])) as vector
            from public.video_embedding e where e.model_version = :model
            """;

    /// Inserts or replaces vectors of videos; a video that was deleted meanwhile is left out.
    public void putVideos(Handle handle, String modelVersion, List<VideoVector> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into public.video_embedding (video_id, model_version, embedding, video_revision)
                select id, :model, cast(:vector as real[]), :revision from public.video where id = :video
                on conflict (video_id, model_version) do update set embedding = excluded.embedding,
                    video_revision = excluded.video_revision, updated_at = now(), revision = txid_current()
                """);
        for (VideoVector vector : vectors) {
            batch.bind("model", modelVersion)
                    .bind("vector", array(handle, vector.vector()))
                    .bind("revision", vector.videoRevision())
                    .bind("video", vector.videoId())
                    .add();
        }
        batch.execute();
    }

    /// Inserts or replaces vectors of users; a user that was deleted meanwhile is left out. The transaction
    /// does not wait for the disk: a vector that a crash of the server takes away is missing, and found to be
    /// stale.
    public void putUsers(Handle handle, List<UserVector> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        handle.execute("set local synchronous_commit = off");
        PreparedBatch batch = handle.prepareBatch("""
                insert into public.user_embedding (user_id, model_version, embedding, computed)
                select id, :model, cast(:vector as real[]), :computed from public.app_user where id = :user
                on conflict (user_id, model_version) do update set embedding = excluded.embedding,
                    computed = excluded.computed, updated_at = now()
                """);
        for (UserVector vector : vectors) {
            batch.bind("model", vector.modelVersion())
                    .bind("vector", array(handle, vector.vector()))
                    .bind("computed", vector.computed())
                    .bind("user", vector.userId())
                    .add();
        }
        batch.execute();
    }

    public Optional<UserVector> user(Handle handle, String modelVersion, UUID userId) {
        return handle.createQuery("""
                        select user_id, computed, array_send(cast(embedding as real[])) as vector
                        from public.user_embedding where model_version = :model and user_id = :user
                        """)
                .bind("model", modelVersion)
                .bind("user", userId)
                .map((row, context) -> new UserVector(
                        row.getObject("user_id", UUID.class),
                        modelVersion,
                        RealArray.decode(row.getBytes("vector")),
                        row.getBoolean("computed")))
                .findOne();
    }

    /// The vectors of these videos, by video; those without one are left out.
    public Map<UUID, VideoVector> videos(Handle handle, String modelVersion, Collection<UUID> videoIds) {
        Map<UUID, VideoVector> found = new HashMap<>();
        read(
                handle.createQuery(READ + "and e.video_id = any(:ids)")
                        .bind("model", modelVersion)
                        .bindArray("ids", UUID.class, videoIds),
                vector -> found.put(vector.videoId(), vector));
        return found;
    }

    /// Streams all vectors of a model, in no order.
    public void forEachVideo(Handle handle, String modelVersion, Consumer<VideoVector> consumer) {
        read(handle.createQuery(READ).bind("model", modelVersion), consumer);
    }

    /// Streams the vectors of a model that were written since `since`. Take the next mark before calling
    /// this.
    public void forEachVideoSince(
            Handle handle, String modelVersion, ChangeMark since, Consumer<VideoVector> consumer) {
        read(
                handle.createQuery(READ + "and " + ChangeMark.condition("e"))
                        .bind("model", modelVersion)
                        .bind("since", since.snapshot()),
                consumer);
    }

    public long countVideos(Handle handle, String modelVersion) {
        return count(handle, "select count(*) from public.video_embedding where model_version = :model", modelVersion);
    }

    public long countUsers(Handle handle, String modelVersion) {
        return count(handle, "select count(*) from public.user_embedding where model_version = :model", modelVersion);
    }

    /// How many videos have no vector of this model, or one of an older revision.
    public long countStaleVideos(Handle handle, String modelVersion) {
        return count(handle, """
                select count(*) from public.video v where not exists (
                    select 1 from public.video_embedding e
                    where e.video_id = v.id and e.model_version = :model and e.video_revision = v.revision)
                """, modelVersion);
    }

    private static long count(Handle handle, String query, String modelVersion) {
        return handle.createQuery(query)
                .bind("model", modelVersion)
                .mapTo(Long.class)
                .one();
    }

    private static void read(Query query, Consumer<VideoVector> consumer) {
        query.setFetchSize(FETCH_SIZE)
                .map((row, context) -> new VideoVector(
                        row.getObject("video_id", UUID.class),
                        row.getLong("video_revision"),
                        RealArray.decode(row.getBytes("vector"))))
                .forEach(consumer);
    }

    private static Argument array(Handle handle, float[] vector) {
        return (position, statement, context) -> statement.setArray(
                position, handle.getConnection().unwrap(PGConnection.class).createArrayOf("float4", vector));
    }
}
