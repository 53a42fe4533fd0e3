package dev.torii.engine.schedule;

import org.jdbi.v3.core.Handle;

/// SQL that tells one state of the data from another.
final class DataStateDao {
    /// The same text as long as no video, interaction or decision was added, changed or taken away.
    String state(Handle handle) {
        return handle.createQuery("""
                        select 'videos ' || (select count(*) || '/' || coalesce(max(revision), 0) from public.video)
                            || ', interactions '
                            || (select count(*) || '/' || coalesce(max(at)::text, '') from public.interaction)
                            || ', decisions '
                            || (select count(*) || '/' || coalesce(max(decided_at)::text, '')
                                from public.user_video_decision)
                        """).mapTo(String.class).one();
    }
}
