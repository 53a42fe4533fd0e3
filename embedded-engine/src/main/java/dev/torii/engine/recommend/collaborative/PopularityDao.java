package dev.torii.engine.recommend.collaborative;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of popularity.
final class PopularityDao {
    /// All videos with a positive interaction (likes, purchases, ratings from `minRating`, views of at least a
    /// half) of a user who has not skipped them since, best first.
    List<VideoPopularity> decayed(Handle handle, double minRating, Duration halfLife) {
        // Grouped, not joined: right after an import the planner has no statistics, and would join row by row.
        // The exponent is bounded because PostgreSQL takes an underflow of exp() for an error.
        return handle.createQuery("""
                        with event as (
                            select i.user_id, i.video_id, i.at, false as skipped
                            from public.interaction i
                            where i.kind in ('LIKE', 'PURCHASE')
                                or (i.kind = 'RATING' and i.value >= :minRating)
                                or (i.kind = 'VIEW' and i.value >= 0.5)
                            union all
                            select d.user_id, d.video_id, null, true
                            from public.user_video_decision d
                            where d.decision = 'SKIP'
                        ), positive as (
                            select user_id, video_id, max(at) as at
                            from event
                            group by user_id, video_id
                            having not bool_or(skipped)
                        ), newest as (
                            select max(at) as at from positive
                        )
                        select p.video_id,
                            sum(exp(greatest(
                                -600, -ln(2::double precision) * extract(epoch from n.at - p.at) / :halfLifeSeconds
                            )::double precision)) as score,
                            count(*) as users
                        from positive p cross join newest n
                        group by p.video_id
                        order by score desc, users desc, p.video_id
                        """)
                .bind("minRating", minRating)
                .bind("halfLifeSeconds", (double) halfLife.toSeconds())
                .map((row, context) -> new VideoPopularity(
                        row.getObject("video_id", UUID.class), row.getDouble("score"), row.getLong("users")))
                .list();
    }
}
