package dev.torii.engine.recommend;

import dev.torii.models.catalog.CatalogFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// SQL of catalogue filters, for answers that do not come from the index. Means exactly what the filter columns of
/// the index mean.
final class FilterDao {
    private static final String CONDITION = """
            (cardinality(:genres::text[]) = 0 or exists (
                select from public.video_term vt join public.term t on t.id = vt.term_id
                where vt.video_id = v.id and t.kind = 'GENRE' and t.name = any(:genres)))
            and (cardinality(:makers::text[]) = 0 or exists (
                select from public.video_term vt join public.term t on t.id = vt.term_id
                where vt.video_id = v.id and t.kind = 'MAKER' and t.name = any(:makers)))
            and (:minRating::double precision is null or v.rating_average >= :minRating)
            and (:maxPrice::numeric is null or v.price <= :maxPrice)
            and (:releasedAfter::timestamptz is null or v.released_at > :releasedAfter)
            """;

    /// How many videos pass; the excluded ids of the filter are not looked at.
    long count(Handle handle, CatalogFilter filter) {
        return bind(handle.createQuery("select count(*) from public.video v where " + CONDITION), filter)
                .mapTo(Long.class)
                .one();
    }

    /// Those of `ids` that exist and pass.
    Set<UUID> passing(Handle handle, CatalogFilter filter, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return bind(
                        handle.createQuery("select v.id from public.video v where v.id = any(:ids) and " + CONDITION)
                                .bindArray("ids", UUID.class, ids),
                        filter)
                .mapTo(UUID.class)
                .set();
    }

    private static Query bind(Query query, CatalogFilter filter) {
        return query.bindArray("genres", String.class, filter.genres())
                .bindArray("makers", String.class, filter.makers())
                .bindByType("minRating", filter.minRating(), Double.class)
                .bindByType("maxPrice", filter.maxPrice(), BigDecimal.class)
                .bindByType("releasedAfter", time(filter.releasedAfter()), OffsetDateTime.class);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
