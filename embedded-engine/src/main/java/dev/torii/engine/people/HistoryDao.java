package dev.torii.engine.people;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of histories for those who ask again and again: as [InteractionDao#histories], and it keeps the videos
/// that were asked for last. One is used only while its revision is the one in the database. Safe for use by
/// many threads.
public final class HistoryDao {
    private static final int MOST_KEPT = 20_000;

    private final VideoDao videos = new VideoDao();
    private final Map<UUID, StoredVideo> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, StoredVideo> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Row(UUID user, UUID video, InteractionKind kind, double value, Instant at, long revision) {}

    /// What each of these users did, newest first; a user without interactions is left out.
    ///
    /// @param limit entries of each user
    public Map<UUID, List<HistoryEntry>> histories(Handle handle, Collection<UUID> users, int limit) {
        List<Row> rows = handle.createQuery("""
                        select i.user_id, i.video_id, i.kind, i.value, i.at, v.revision
                        from unnest(:users) as wanted (id)
                        cross join lateral (
                            select * from public.interaction where user_id = wanted.id
                            order by at desc, video_id, kind limit :limit) as i
                        join public.video v on v.id = i.video_id
                        order by i.user_id, i.at desc, i.video_id, i.kind
                        """)
                .bindArray("users", UUID.class, users)
                .bind("limit", limit)
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        InteractionKind.valueOf(row.getString(3)),
                        row.getDouble(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getLong(6)))
                .list();
        Map<UUID, Video> byId = videos(handle, rows);
        Map<UUID, List<HistoryEntry>> histories = new HashMap<>();
        for (Row row : rows) {
            Video video = byId.get(row.video());
            if (video != null) { // else it was deleted between the two statements
                histories
                        .computeIfAbsent(row.user(), id -> new ArrayList<>())
                        .add(new HistoryEntry(video, row.kind(), row.value(), row.at()));
            }
        }
        return histories;
    }

    private Map<UUID, Video> videos(Handle handle, List<Row> rows) {
        Map<UUID, Video> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        synchronized (kept) {
            for (Row row : rows) {
                @Nullable StoredVideo stored = kept.get(row.video());
                if (stored != null && stored.revision() == row.revision()) {
                    found.put(row.video(), stored.video());
                } else {
                    missing.add(row.video());
                }
            }
        }
        if (!missing.isEmpty()) {
            List<StoredVideo> read = videos.findAll(handle, missing);
            synchronized (kept) {
                for (StoredVideo stored : read) {
                    found.put(stored.video().id(), stored.video());
                    kept.put(stored.video().id(), stored);
                }
            }
        }
        return found;
    }
}
