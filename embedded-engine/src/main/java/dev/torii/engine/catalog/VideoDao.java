package dev.torii.engine.catalog;

import dev.torii.engine.database.ChangeMark;
import dev.torii.models.catalog.Video;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of videos and their terms.
public final class VideoDao {
    private static final int PAGE = 2_000;

    private final TermDao terms = new TermDao();

    /// How many rows an upsert added, changed, and left alone. A video that stands in the batch more than once is
    /// written as it stood last; the earlier ones count as unchanged.
    public record UpsertCounts(int added, int changed, int unchanged) {}

    private record Written(UUID id, boolean added) {}

    /// Inserts new videos and updates changed ones with their terms, in a few statements for the whole batch. An
    /// unchanged video is not touched (its `updated_at` and its revision stay).
    public UpsertCounts upsert(Handle handle, List<Video> videos) {
        if (videos.isEmpty()) {
            return new UpsertCounts(0, 0, 0);
        }
        Map<UUID, Video> byId = new LinkedHashMap<>();
        videos.forEach(video -> byId.put(video.id(), video));
        List<Video> distinct = byId.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id())) // one order for all writers: no deadlocks
                .toList();
        List<Written> written = new VideoColumns(distinct)
                .bind(handle.createQuery("""
                        insert into public.video as old (id, source, site, external_id, title, title_search,
                            description, price, duration_seconds, released_at, rating_average, rating_count,
                            thumbnail_url, preview_video_url, product_url, fingerprint)
                        select id, source, site, external_id, title, title_search, description, price, duration,
                            timestamptz 'epoch' + released * interval '1 microsecond', rating, ratings,
                            thumbnail, preview, product, fingerprint
                        from unnest(:id, :source, :site, :external, :title, :search, :description, :price, :duration,
                            :released, :rating, :ratings, :thumbnail, :preview, :product, :fingerprint)
                          as batch (id, source, site, external_id, title, title_search, description, price, duration,
                            released, rating, ratings, thumbnail, preview, product, fingerprint)
                        on conflict (id) do update set site = excluded.site, title = excluded.title,
                            title_search = excluded.title_search, description = excluded.description,
                            price = excluded.price, duration_seconds = excluded.duration_seconds,
                            released_at = excluded.released_at, rating_average = excluded.rating_average,
                            rating_count = excluded.rating_count, thumbnail_url = excluded.thumbnail_url,
                            preview_video_url = excluded.preview_video_url, product_url = excluded.product_url,
                            fingerprint = excluded.fingerprint, updated_at = now(), revision = txid_current()
                        where old.fingerprint <> excluded.fingerprint
                        returning id, xmax = 0 as added
                        """))
                .map((row, context) -> new Written(row.getObject("id", UUID.class), row.getBoolean("added")))
                .list();
        terms.replace(handle, written.stream().map(Written::id).map(byId::get).toList());
        int added = (int) written.stream().filter(Written::added).count();
        return new UpsertCounts(added, written.size() - added, videos.size() - written.size());
    }

    /// The videos of these ids that exist, in no order.
    public List<StoredVideo> findAll(Handle handle, Collection<UUID> ids) {
        return new VideoQuery("where id = any(:ids)", "")
                .list(handle, query -> query.bindArray("ids", UUID.class, ids));
    }

    /// The videos with this external id; more than one when several sources use it.
    public List<StoredVideo> findByExternalId(Handle handle, String externalId, @Nullable String source) {
        return new VideoQuery(
                        "where external_id = :external and (cast(:source as text) is null or source = :source)",
                        "order by id")
                .list(handle, query -> query.bind("external", externalId).bindByType("source", source, String.class));
    }

    public Optional<StoredVideo> find(Handle handle, UUID id) {
        return findAll(handle, List.of(id)).stream().findFirst();
    }

    /// Videos whose title holds `text`, the most rated first.
    public List<StoredVideo> search(Handle handle, String text, int limit) {
        return new VideoQuery(
                        "where title_search like :pattern",
                        "order by rating_count desc nulls last, title_search, id limit :limit")
                .list(
                        handle,
                        query -> query.bind("pattern", SearchText.pattern(text)).bind("limit", limit));
    }

    /// A page of the catalogue: videos with ids greater than `after`, ascending.
    ///
    /// @param after null: from the first on
    public List<StoredVideo> page(Handle handle, @Nullable UUID after, int limit) {
        return new VideoQuery("where cast(:after as uuid) is null or id > :after", "order by id limit :limit")
                .list(
                        handle,
                        query -> query.bindByType("after", after, UUID.class).bind("limit", limit));
    }

    /// Hands over the whole catalogue in the order of the ids, a page at a time: little memory, however large it
    /// is.
    public void forEach(Handle handle, Consumer<StoredVideo> consumer) {
        UUID after = null;
        List<StoredVideo> page;
        do {
            page = page(handle, after, PAGE);
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.getLast().video().id();
        } while (page.size() == PAGE);
    }

    /// Videos without a vector of this model, or with one that was made of an older revision; ids greater than
    /// `after`, ascending.
    public List<StoredVideo> stale(Handle handle, String modelVersion, @Nullable UUID after, int limit) {
        return new VideoQuery("""
                where (cast(:after as uuid) is null or id > :after) and not exists (
                    select 1 from public.video_embedding e
                    where e.video_id = v.id and e.model_version = :model and e.video_revision = v.revision)
                """, "order by id limit :limit")
                .list(
                        handle,
                        query -> query.bindByType("after", after, UUID.class)
                                .bind("model", modelVersion)
                                .bind("limit", limit));
    }

    /// Videos that were written since `since`. Take the next mark before calling this.
    public List<StoredVideo> changedSince(Handle handle, ChangeMark since) {
        return new VideoQuery("where " + ChangeMark.condition("v"), "order by id")
                .list(handle, query -> query.bind("since", since.snapshot()));
    }

    /// Videos that were deleted since `since`; one may have come back after that.
    public List<UUID> deletedSince(Handle handle, ChangeMark since) {
        return handle.createQuery("select video_id from public.video_deletion d where " + ChangeMark.condition("d"))
                .bind("since", since.snapshot())
                .mapTo(UUID.class)
                .list();
    }

    public boolean exists(Handle handle, UUID id) {
        return handle.createQuery("select exists (select 1 from public.video where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    public long count(Handle handle) {
        return handle.createQuery("select count(*) from public.video")
                .mapTo(Long.class)
                .one();
    }
}
