package dev.torii.engine.recommend.retrieval;

import dev.torii.engine.database.ChangeMark;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// SQL of what the index reads beside the vectors: the facts of their videos, and what changed.
final class IndexDao {
    private static final int FETCH = 1_000;
    private static final String FACTS = """
            select v.id, v.rating_average, v.price, v.released_at, named.genres, named.makers
            from public.video v
            join public.video_embedding e on e.video_id = v.id and e.model_version = :model
            cross join lateral (
                select array_agg(t.name order by vt.position) filter (where t.kind = 'GENRE') as genres,
                       array_agg(t.name order by vt.position) filter (where t.kind = 'MAKER') as makers
                from public.video_term vt join public.term t on t.id = vt.term_id
                where vt.video_id = v.id and t.kind in ('GENRE', 'MAKER')
            ) named
            """;

    /// The facts of every video that has a vector of this model, streamed.
    void readFacts(Handle handle, String model, Consumer<RowFacts> sink) {
        handle.createQuery(FACTS)
                .bind("model", model)
                .setFetchSize(FETCH)
                .map((row, context) -> facts(row))
                .forEach(sink);
    }

    /// The facts of those of `ids` that have a vector of this model.
    List<RowFacts> facts(Handle handle, String model, Collection<UUID> ids) {
        return handle.createQuery(FACTS + "where v.id = any(:ids)")
                .bind("model", model)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> facts(row))
                .list();
    }

    /// The videos with a vector of this model of which the vector or the facts were written since the mark.
    Set<UUID> changed(Handle handle, String model, ChangeMark since) {
        return handle.createQuery("""
                        select e.video_id from public.video_embedding e
                        where e.model_version = :model and %s
                        union
                        select v.id from public.video v
                        join public.video_embedding e on e.video_id = v.id and e.model_version = :model
                        where %s
                        """.formatted(ChangeMark.condition("e"), ChangeMark.condition("v")))
                .bind("model", model)
                .bind("since", since.snapshot())
                .mapTo(UUID.class)
                .set();
    }

    /// The videos that were deleted since the mark, and are not back.
    List<UUID> deleted(Handle handle, ChangeMark since) {
        return handle.createQuery("""
                        select distinct d.video_id from public.video_deletion d
                        where %s and not exists (select from public.video v where v.id = d.video_id)
                        """.formatted(ChangeMark.condition("d")))
                .bind("since", since.snapshot())
                .mapTo(UUID.class)
                .list();
    }

    private static RowFacts facts(ResultSet row) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new RowFacts(
                row.getObject("id", UUID.class),
                names(row, "genres"),
                names(row, "makers"),
                row.getObject("rating_average", Double.class),
                row.getBigDecimal("price"),
                released == null ? null : released.toInstant());
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        Array names = row.getArray(column);
        return names == null ? List.of() : Arrays.asList((String[]) names.getArray());
    }
}
