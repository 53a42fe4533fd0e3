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
        // The exponent is bounded because PostgreSQL takes an underflow of exp() for an error.
        return handle.createQuery("""
                        with positive as (
                            select i.user_id, i.video_id, max(i.at) as at
                            from public.interaction i
                            where (i.kind in ('LIKE', 'PURCHASE')
                                    or (i.kind = 'RATING' and i.value >= :minRating)
                                    or (i.kind = 'VIEW' and i.value >= 0.5))
                                and not exists (
                                    select from public.user_video_decision d
                                    where d.user_id = i.user_id and d.video_id = i.video_id and d.decision = 'SKIP')
                            group by i.user_id, i.video_id
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
