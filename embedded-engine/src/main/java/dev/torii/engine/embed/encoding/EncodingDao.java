package dev.torii.engine.embed.encoding;

import dev.torii.engine.database.ChangeMark;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// SQL of what encoding needs to know of users: which vectors were made of a history that has changed since.
final class EncodingDao {
    private static final String STAMP = """
            (select count(*)::text || '/' || coalesce(max(i.at)::text, '') from public.interaction i where i.user_id = u.id)
            || ' ' ||
            (select count(*)::text || '/' || coalesce(max(d.decided_at)::text, '')
                from public.user_video_decision d where d.user_id = u.id)
            """;

    /// A stretch of the catalogue in the order of the ids.
    ///
    /// @param looked videos that were looked at
    /// @param last the last of them; null: there was none
    /// @param wanted those that shall be encoded
    record VideoIds(int looked, @Nullable UUID last, List<UUID> wanted) {}

    private record Row(UUID id, long revision) {}

    /// The next videos after `after`, and which of them have no vector of this model, or one of an older
    /// revision. Two statements by key, so that it costs the same wherever the stretch lies.
    VideoIds staleVideos(Handle handle, String version, @Nullable UUID after, int limit) {
        List<Row> rows = handle.createQuery("""
                        select id, revision from public.video
                        where cast(:after as uuid) is null or id > :after order by id limit :limit
                        """)
                .bindByType("after", after, UUID.class)
                .bind("limit", limit)
                .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getLong("revision")))
                .list();
        if (rows.isEmpty()) {
            return new VideoIds(0, null, List.of());
        }
        Set<Row> fresh = handle.createQuery("""
                        select video_id, video_revision from public.video_embedding
                        where model_version = :version and video_id = any(:ids)
                        """)
                .bind("version", version)
                .bindArray("ids", UUID.class, rows.stream().map(Row::id).toList())
                .map((row, context) -> new Row(row.getObject("video_id", UUID.class), row.getLong("video_revision")))
                .set();
        List<UUID> stale =
                rows.stream().filter(row -> !fresh.contains(row)).map(Row::id).toList();
        return new VideoIds(rows.size(), rows.getLast().id(), stale);
    }

    /// The videos that were written since the mark and have no vector of their present revision.
    List<UUID> arrived(Handle handle, String version, ChangeMark since) {
        return handle.createQuery("""
                        select v.id from public.video v where %s and not exists (
                            select from public.video_embedding e where e.video_id = v.id
                                and e.model_version = :version and e.video_revision = v.revision)
                        order by v.id
                        """.formatted(ChangeMark.condition("v")))
                .bind("since", since.snapshot())
                .bind("version", version)
                .mapTo(UUID.class)
                .list();
    }

    /// Whether any video has a vector of this model.
    boolean hasVectors(Handle handle, String version) {
        return handle.createQuery("select exists (select from public.video_embedding where model_version = :version)")
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
    }

    /// Takes a lock of the whole cluster until the end of the transaction.
    ///
    /// @return false when somebody else has it
    boolean claim(Handle handle, String what) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:what, 0))")
                .bind("what", what)
                .mapTo(Boolean.class)
                .one();
    }

    /// How many users did anything.
    long countActiveUsers(Handle handle) {
        return handle.createQuery("""
                        select count(*) from public.app_user u
                        where exists (select from public.interaction i where i.user_id = u.id)
                        """).mapTo(Long.class).one();
    }

    /// What tells one state of a user's history from another.
    Map<UUID, String> stamps(Handle handle, Collection<UUID> users) {
        Map<UUID, String> stamps = new HashMap<>();
        handle.createQuery("select u.id, " + STAMP + " as stamp from public.app_user u where u.id = any(:users)")
                .bindArray("users", UUID.class, users)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("stamp")))
                .forEach(entry -> stamps.put(entry.getKey(), entry.getValue()));
        return stamps;
    }

    /// The stamps with which the vectors of these users were made, where they have one of this model.
    Map<UUID, String> encodedStamps(Handle handle, String version, Collection<UUID> users) {
        Map<UUID, String> stamps = new HashMap<>();
        handle.createQuery("""
                        select user_id, history_stamp from public.user_embedding
                        where model_version = :version and user_id = any(:users) and history_stamp is not null
                        """)
                .bind("version", version)
                .bindArray("users", UUID.class, users)
                .map((row, context) -> Map.entry(row.getObject("user_id", UUID.class), row.getString("history_stamp")))
                .forEach(entry -> stamps.put(entry.getKey(), entry.getValue()));
        return stamps;
    }

    /// Notes of which state of its history each user's vector was made.
    void stamp(Handle handle, String version, Map<UUID, String> stamps) {
        if (stamps.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                update public.user_embedding set history_stamp = :stamp
                where user_id = :id and model_version = :version
                """);
        stamps.forEach((user, stamp) -> batch.bind("id", user)
                .bind("version", version)
                .bind("stamp", stamp)
                .add());
        batch.execute();
    }
}
