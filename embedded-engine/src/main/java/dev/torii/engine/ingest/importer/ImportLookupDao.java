package dev.torii.engine.ingest.importer;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL with which an import looks at what is there already.
final class ImportLookupDao {
    /// A rating that is stored.
    record StoredRating(UUID userId, UUID videoId, long epochSeconds) {}

    /// Those of `ids` that are videos of the catalogue.
    Set<UUID> existingVideos(Handle handle, Collection<UUID> ids) {
        return new HashSet<>(handle.createQuery("select id from public.video where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .list());
    }

    List<StoredRating> ratings(Handle handle, Collection<UUID> userIds) {
        return handle.createQuery("""
                        select user_id, video_id, at from public.interaction
                        where user_id = any(:ids) and kind = 'RATING'
                        """)
                .bindArray("ids", UUID.class, userIds)
                .map((row, context) -> new StoredRating(
                        row.getObject("user_id", UUID.class),
                        row.getObject("video_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toEpochSecond()))
                .list();
    }
}
