package dev.torii.engine.embed.encoding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// SQL of what encoding needs to know of users: which vectors were made of a history that has changed since.
final class EncodingDao {
    private static final String STAMP = """
            (select count(*)::text || '/' || coalesce(max(i.at)::text, '') from public.interaction i where i.user_id = u.id)
            || ' ' ||
            (select count(*)::text || '/' || coalesce(max(d.decided_at)::text, '')
                from public.user_video_decision d where d.user_id = u.id)
            """;

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
