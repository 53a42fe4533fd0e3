package dev.torii.engine.embed.encoding;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL of dropping vectors.
final class RetentionDao {
    /// The versions of which there are vectors.
    List<String> withVectors(Handle handle) {
        return handle.createQuery("""
                        select m.version from public.model m
                        where exists (select from public.video_embedding e where e.model_version = m.version)
                           or exists (select from public.user_embedding e where e.model_version = m.version)
                        """).mapTo(String.class).list();
    }

    /// @return how many vectors of videos and users were dropped
    long drop(Handle handle, String version) {
        long videos = handle.createUpdate("delete from public.video_embedding where model_version = :version")
                .bind("version", version)
                .execute();
        return videos
                + handle.createUpdate("delete from public.user_embedding where model_version = :version")
                        .bind("version", version)
                        .execute();
    }
}
