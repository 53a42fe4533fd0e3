package dev.torii.engine.people;

import dev.torii.engine.catalog.StoredVideo;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.people.LikePage.LikedVideo;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.Decision;
import dev.torii.models.people.DecisionKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of standing decisions.
public final class DecisionDao {
    private final VideoDao videos = new VideoDao();

    /// Makes `decision` the standing one, and the newest event of its kind in the history; an opposite one goes.
    ///
    /// @return false when the same decision stood already; then nothing changes
    boolean put(Handle handle, Decision decision) {
        int changed = handle.createUpdate("""
                        insert into public.user_video_decision as old (user_id, video_id, decision, decided_at)
                        values (:user, :video, :kind, :at)
                        on conflict (user_id, video_id) do update
                            set decision = excluded.decision, decided_at = excluded.decided_at
                            where old.decision <> excluded.decision
                        """)
                .bind("user", decision.userId())
                .bind("video", decision.videoId())
                .bind("kind", decision.kind().name())
                .bind("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .execute();
        if (changed == 0) {
            return false;
        }
        forgetEvents(handle, decision.userId(), decision.videoId(), List.of(DecisionKind.values()));
        handle.createUpdate("""
                        insert into public.interaction (user_id, video_id, kind, value, at)
                        values (:user, :video, :kind, :value, :at) on conflict do nothing
                        """)
                .bind("user", decision.userId())
                .bind("video", decision.videoId())
                .bind("kind", decision.kind().name())
                .bind("value", decision.kind() == DecisionKind.LIKE ? 1.0 : 0.0)
                .bind("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .execute();
        return true;
    }

    /// Takes a standing decision of this kind back, with its events in the history.
    ///
    /// @return false when there was none
    boolean remove(Handle handle, UUID userId, UUID videoId, DecisionKind kind) {
        int removed = handle.createUpdate("""
                        delete from public.user_video_decision
                        where user_id = :user and video_id = :video and decision = :kind
                        """)
                .bind("user", userId)
                .bind("video", videoId)
                .bind("kind", kind.name())
                .execute();
        if (removed > 0) {
            forgetEvents(handle, userId, videoId, List.of(kind));
        }
        return removed > 0;
    }

    Optional<Instant> decidedAt(Handle handle, UUID userId, UUID videoId) {
        return handle.createQuery("""
                        select decided_at from public.user_video_decision where user_id = :user and video_id = :video
                        """)
                .bind("user", userId)
                .bind("video", videoId)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /// The user's standing decisions, newest first.
    public List<Decision> ofUser(Handle handle, UUID userId) {
        return handle.createQuery("""
                        select video_id, decision, decided_at from public.user_video_decision
                        where user_id = :user order by decided_at desc, video_id
                        """)
                .bind("user", userId)
                .map((row, context) -> new Decision(
                        userId,
                        row.getObject("video_id", UUID.class),
                        DecisionKind.valueOf(row.getString("decision")),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    LikePage likes(Handle handle, UUID userId, int limit, int offset, boolean newestFirst) {
        String order = newestFirst ? "order by decided_at desc, video_id" : "order by decided_at, video_id";
        List<Decision> page = handle.createQuery("""
                        select video_id, decided_at from public.user_video_decision
                        where user_id = :user and decision = 'LIKE'
                        """ + order + " limit :limit offset :offset")
                .bind("user", userId)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Decision(
                        userId,
                        row.getObject("video_id", UUID.class),
                        DecisionKind.LIKE,
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
        long total =
                handle.createQuery("""
                        select count(*) from public.user_video_decision where user_id = :user and decision = 'LIKE'
                        """).bind("user", userId).mapTo(Long.class).one();
        Map<UUID, Video> byId = videos
                .findAll(handle, page.stream().map(Decision::videoId).toList())
                .stream()
                .map(StoredVideo::video)
                .collect(Collectors.toMap(Video::id, video -> video));
        List<LikedVideo> likes = new ArrayList<>();
        for (Decision like : page) {
            Video video = byId.get(like.videoId());
            if (video != null) { // else it was deleted between the two statements
                likes.add(new LikedVideo(video, like.decidedAt()));
            }
        }
        return new LikePage(List.copyOf(likes), total);
    }

    private static void forgetEvents(Handle handle, UUID userId, UUID videoId, Collection<DecisionKind> kinds) {
        handle.createUpdate("""
                        delete from public.interaction
                        where user_id = :user and video_id = :video and kind = any(:kinds)
                        """)
                .bind("user", userId)
                .bind("video", videoId)
                .bindArray(
                        "kinds",
                        String.class,
                        kinds.stream().map(DecisionKind::name).toList())
                .execute();
    }
}
