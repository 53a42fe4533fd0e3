package dev.torii.engine.catalog;

import dev.torii.models.catalog.CatalogCounts;
import org.jdbi.v3.core.Handle;

/// SQL of how much there is of everything.
final class CountsDao {
    CatalogCounts counts(Handle handle) {
        return handle.createQuery("""
                        with active as (select version from public.model where state = 'ACTIVE')
                        select
                            (select count(*) from public.video) as videos,
                            (select count(*) from public.app_user) as users,
                            (select count(*) from public.interaction) as interactions,
                            (select count(*) from public.user_video_decision where decision = 'LIKE') as likes,
                            (select count(*) from public.video_embedding e join active on version = model_version) as videos_embedded,
                            (select count(*) from public.user_embedding e join active on version = model_version) as users_embedded
                        """)
                .map((row, context) -> new CatalogCounts(
                        row.getLong("videos"),
                        row.getLong("users"),
                        row.getLong("interactions"),
                        row.getLong("likes"),
                        row.getLong("videos_embedded"),
                        row.getLong("users_embedded")))
                .one();
    }
}
