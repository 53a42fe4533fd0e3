package dev.torii.engine.people;

import dev.torii.models.people.UserSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of users.
public final class UserDao {
    private static final String SUMMARY = """
            select u.id, u.source, u.external_id,
                (select count(*) from public.user_video_decision d where d.user_id = u.id and d.decision = 'LIKE') as likes,
                (select count(*) from public.user_video_decision d where d.user_id = u.id and d.decision = 'SKIP') as skips,
                (select count(*) from public.interaction i where i.user_id = u.id) as interactions,
                (select max(i.at) from public.interaction i where i.user_id = u.id) as last_active_at
            from public.app_user u
            """;

    /// A user as the importers know it.
    public record NewUser(UUID id, String source, String externalId) {}

    /// Inserts the users that do not exist yet.
    ///
    /// @return how many were new
    public int insertMissing(Handle handle, List<NewUser> users) {
        List<NewUser> ordered =
                users.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        return handle.createUpdate("""
                        insert into public.app_user (id, source, external_id)
                        select * from unnest(:ids, :sources, :externals) on conflict (id) do nothing
                        """)
                .bindArray("ids", UUID.class, ordered.stream().map(NewUser::id).toList())
                .bindArray(
                        "sources",
                        String.class,
                        ordered.stream().map(NewUser::source).toList())
                .bindArray(
                        "externals",
                        String.class,
                        ordered.stream().map(NewUser::externalId).toList())
                .execute();
    }

    public boolean exists(Handle handle, UUID id) {
        return handle.createQuery("select exists (select 1 from public.app_user where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    List<UserSummary> find(Handle handle, UUID id) {
        return handle.createQuery(SUMMARY + "where u.id = :id")
                .bind("id", id)
                .map((row, context) -> summary(row))
                .list();
    }

    List<UserSummary> findByExternalId(Handle handle, String externalId, @Nullable String source) {
        return handle.createQuery(
                        SUMMARY
                                + "where u.external_id = :external and (cast(:source as text) is null or u.source = :source) order by u.id")
                .bind("external", externalId)
                .bindByType("source", source, String.class)
                .map((row, context) -> summary(row))
                .list();
    }

    /// Users whose UUID starts with, or whose external id holds, `part`: exact and shorter ids first.
    List<UserSummary> search(Handle handle, String part, int limit) {
        String literal = part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return handle.createQuery(SUMMARY + """
                        where u.external_id ilike '%' || :part || '%' or u.id::text like lower(:part) || '%'
                        order by length(u.external_id), u.external_id, u.id limit :limit
                        """)
                .bind("part", literal)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list();
    }

    List<UserSummary> mostActive(Handle handle, int limit) {
        return handle.createQuery(SUMMARY + """
                        left join (select user_id, count(*) as n from public.interaction group by user_id
                                   order by n desc limit :limit) as top on top.user_id = u.id
                        order by coalesce(top.n, 0) desc, u.id limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> summary(row))
                .list();
    }

    private static UserSummary summary(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last_active_at", OffsetDateTime.class);
        return new UserSummary(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("external_id"),
                row.getLong("likes"),
                row.getLong("skips"),
                row.getLong("interactions"),
                last == null ? null : last.toInstant());
    }
}
