package dev.torii.engine.people;

import dev.torii.engine.catalog.PackedVideos;
import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.catalog.VideoPacker;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of interactions.
public final class InteractionDao {
    private static final int FETCH_SIZE = 10_000;
    private static final double SKIP_BELOW = 2.5;

    private final VideoDao videos = new VideoDao();

    /// Inserts interactions, a repeated one (same user, video, kind and time) once; a LIKE or SKIP also becomes the
    /// standing decision when it is the newest, and so does a RATING: from `likeFrom` up a like, below 2.5 a skip.
    ///
    /// @return how many were new
    public int insert(Handle handle, List<Interaction> interactions, double likeFrom) {
        InteractionColumns columns = new InteractionColumns(interactions);
        int added = columns.bind(handle.createUpdate("""
                        insert into public.interaction (user_id, video_id, kind, value, at)
                        select user_id, video_id, kind, value, timestamptz 'epoch' + at * interval '1 microsecond'
                        from unnest(:users, :videos, :kinds, :values, :times) as batch (user_id, video_id, kind, value, at)
                        order by user_id, video_id, kind, at
                        on conflict do nothing
                        """)).execute();
        columns.bind(handle.createUpdate("""
                        insert into public.user_video_decision as old (user_id, video_id, decision, decided_at)
                        select distinct on (user_id, video_id) user_id, video_id, decision,
                            timestamptz 'epoch' + at * interval '1 microsecond'
                        from (
                            select user_id, video_id, at, case
                                when kind in ('LIKE', 'SKIP') then kind
                                when kind = 'RATING' and value >= :likeFrom then 'LIKE'
                                when kind = 'RATING' and value < :skipBelow then 'SKIP' end as decision
                            from unnest(:users, :videos, :kinds, :values, :times)
                                as batch (user_id, video_id, kind, value, at)
                        ) as decisions
                        where decision is not null
                        order by user_id, video_id, at desc, decision
                        on conflict (user_id, video_id) do update
                            set decision = excluded.decision, decided_at = excluded.decided_at
                            where old.decided_at < excluded.decided_at
                        """))
                .bind("likeFrom", likeFrom)
                .bind("skipBelow", SKIP_BELOW)
                .execute();
        return added;
    }

    /// All positive interactions (likes, ratings from `minRating`, views of at least a half, purchases; what the
    /// user skipped excluded) as arrays, streamed from the database, with the whole catalogue as items. The
    /// catalogue is packed: neither videos nor interactions are held as objects.
    ///
    /// @param before only those before this epoch second; null: all
    public InteractionSet positives(Handle handle, double minRating, @Nullable Long before) {
        VideoPacker packer = new VideoPacker();
        videos.forEach(handle, stored -> packer.add(stored.video()));
        PackedVideos items = packer.build();
        InteractionRows rows = new InteractionRows();
        // Grouped, not joined: right after an import the planner has no statistics, and would join row by row.
        handle.createQuery("""
                        with event as (
                            select i.user_id, i.video_id, i.at, false as skipped
                            from public.interaction i
                            where (i.kind in ('LIKE', 'PURCHASE') or (i.kind = 'RATING' and i.value >= :minRating)
                                    or (i.kind = 'VIEW' and i.value >= 0.5))
                                and (cast(:before as bigint) is null or i.at < to_timestamp(cast(:before as bigint)))
                            union all
                            select d.user_id, d.video_id, d.decided_at, true
                            from public.user_video_decision d
                            where d.decision = 'SKIP' and (cast(:before as bigint) is null
                                or d.decided_at < to_timestamp(cast(:before as bigint)))
                        )
                        select user_id, video_id, floor(extract(epoch from min(at)))::bigint as second
                        from event
                        group by user_id, video_id
                        having not bool_or(skipped)
                        order by user_id, second, video_id
                        """)
                .bind("minRating", minRating)
                .bindByType("before", before, Long.class)
                .setFetchSize(FETCH_SIZE)
                .map((row, context) -> {
                    int item = items.find(row.getObject("video_id", UUID.class));
                    if (item >= 0) { // else it came into the catalogue after the videos were read
                        rows.add(row.getObject("user_id", UUID.class), item, row.getLong("second"));
                    }
                    return rows;
                })
                .forEach(ignored -> {});
        return rows.toSet(items);
    }

    /// The users that have any interaction, for batches: ids greater than `after`, ascending.
    ///
    /// @param after null: from the first on
    public List<UUID> activeUsers(Handle handle, @Nullable UUID after, int limit) {
        return handle.createQuery("""
                        select id from public.app_user u where (cast(:after as uuid) is null or id > :after)
                            and exists (select 1 from public.interaction i where i.user_id = u.id)
                        order by id limit :limit
                        """)
                .bindByType("after", after, UUID.class)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// What each of these users did, newest first; a user without interactions is left out.
    ///
    /// @param limit entries of each user
    public Map<UUID, List<HistoryEntry>> histories(Handle handle, Collection<UUID> userIds, int limit) {
        List<Interaction> newest = handle.createQuery("""
                        select i.user_id, i.video_id, i.kind, i.value, i.at
                        from unnest(:users) as wanted (id)
                        cross join lateral (
                            select * from public.interaction where user_id = wanted.id
                            order by at desc, video_id, kind limit :limit) as i
                        order by i.user_id, i.at desc, i.video_id, i.kind
                        """)
                .bindArray("users", UUID.class, userIds)
                .bind("limit", limit)
                .map((row, context) -> new Interaction(
                        row.getObject("user_id", UUID.class),
                        row.getObject("video_id", UUID.class),
                        InteractionKind.valueOf(row.getString("kind")),
                        row.getDouble("value"),
                        at(row.getObject("at", OffsetDateTime.class))))
                .list();
        Map<UUID, Video> byId =
                videos.findAll(handle, newest.stream().map(Interaction::videoId).collect(Collectors.toSet())).stream()
                        .map(StoredVideo::video)
                        .collect(Collectors.toMap(Video::id, video -> video));
        Map<UUID, List<HistoryEntry>> histories = new HashMap<>();
        for (Interaction entry : newest) {
            Video video = byId.get(entry.videoId());
            if (video != null) {
                histories
                        .computeIfAbsent(entry.userId(), id -> new ArrayList<>())
                        .add(new HistoryEntry(video, entry.kind(), entry.value(), entry.at()));
            }
        }
        return histories;
    }

    private static Instant at(OffsetDateTime time) {
        return time.toInstant();
    }
}
