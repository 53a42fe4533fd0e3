package dev.torii.engine.recommend;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of what is known of a user; runs under the caller's role.
final class TasteDao {
    Taste read(Handle handle, UUID userId) {
        var judged =
                handle.createQuery("""
                        select video_id from public.user_video_decision where user_id = :user
                        union
                        select video_id from public.interaction
                        where user_id = :user and kind in ('RATING', 'PURCHASE')
                        """).bind("user", userId).mapTo(UUID.class).set();
        return handle.createQuery("""
                        select exists (select from public.app_user where id = :user) as known,
                            (select count(*)::text || '/' || coalesce(max(at)::text, '')
                                from public.interaction where user_id = :user) || ' ' ||
                            (select count(*)::text || '/' || coalesce(max(decided_at)::text, '')
                                from public.user_video_decision where user_id = :user) as stamp
                        """)
                .bind("user", userId)
                .map((row, context) -> new Taste(userId, row.getBoolean("known"), row.getString("stamp"), judged))
                .one();
    }
}
