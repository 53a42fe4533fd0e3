package dev.torii.engine.catalog;

import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of terms and of which video bears which.
final class TermDao {
    private record Key(String kind, String source, String externalId) {
        static Key of(Video video, Term term) {
            return new Key(term.kind().name(), video.source(), term.externalId());
        }
    }

    private record Known(Key key, long id) {}

    /// Gives the videos the terms that they bear now. A term whose name changed at the source changes for every
    /// video that bears it.
    void replace(Handle handle, List<Video> videos) {
        if (videos.isEmpty()) {
            return;
        }
        Map<Key, Term> wanted = new HashMap<>();
        videos.forEach(video -> video.terms().forEach(term -> wanted.put(Key.of(video, term), term)));
        Map<Key, Long> ids = upsert(handle, wanted);
        handle.createUpdate("delete from public.video_term where video_id = any(:ids)")
                .bindArray("ids", UUID.class, videos.stream().map(Video::id).toList())
                .execute();
        List<UUID> videoIds = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<Long> termIds = new ArrayList<>();
        for (Video video : videos) {
            Set<Key> seen = new HashSet<>();
            for (int position = 0; position < video.terms().size(); position++) {
                Key key = Key.of(video, video.terms().get(position));
                if (seen.add(key)) {
                    videoIds.add(video.id());
                    positions.add(position);
                    termIds.add(ids.get(key));
                }
            }
        }
        handle.createUpdate("""
                        insert into public.video_term (video_id, position, term_id)
                        select * from unnest(:videos, :positions, :terms)
                        """)
                .bindArray("videos", UUID.class, videoIds)
                .bindArray("positions", Integer.class, positions)
                .bindArray("terms", Long.class, termIds)
                .execute();
    }

    private static Map<Key, Long> upsert(Handle handle, Map<Key, Term> wanted) {
        List<Key> keys = wanted.keySet().stream()
                .sorted(Comparator.comparing(Key::kind)
                        .thenComparing(Key::source)
                        .thenComparing(Key::externalId))
                .toList();
        List<Term> terms = keys.stream().map(wanted::get).toList();
        List<Long> renamed = handle.createQuery("""
                        insert into public.term as old (kind, source, external_id, name, ruby)
                        select * from unnest(:kinds, :sources, :externals, :names, :rubies)
                        on conflict (kind, source, external_id) do update
                            set name = excluded.name, ruby = excluded.ruby
                            where (old.name, old.ruby) is distinct from (excluded.name, excluded.ruby)
                        returning case when xmax = 0 then null else id end
                        """)
                .bindArray("kinds", String.class, keys.stream().map(Key::kind).toList())
                .bindArray(
                        "sources", String.class, keys.stream().map(Key::source).toList())
                .bindArray(
                        "externals",
                        String.class,
                        keys.stream().map(Key::externalId).toList())
                .bindArray("names", String.class, terms.stream().map(Term::name).toList())
                .bindArray(
                        "rubies", String.class, terms.stream().map(Term::ruby).toList())
                .mapTo(Long.class)
                .filter(id -> id != null)
                .list();
        if (!renamed.isEmpty()) {
            handle.createUpdate("""
                            update public.video set revision = txid_current(), updated_at = now()
                            where id in (select video_id from public.video_term where term_id = any(:terms))
                            """).bindArray("terms", Long.class, renamed).execute();
        }
        Map<Key, Long> ids = new HashMap<>();
        handle.createQuery("""
                        select t.id, t.kind, t.source, t.external_id from public.term t
                        join unnest(:kinds, :sources, :externals) as wanted (kind, source, external_id)
                        using (kind, source, external_id)
                        """)
                .bindArray("kinds", String.class, keys.stream().map(Key::kind).toList())
                .bindArray(
                        "sources", String.class, keys.stream().map(Key::source).toList())
                .bindArray(
                        "externals",
                        String.class,
                        keys.stream().map(Key::externalId).toList())
                .map((row, context) -> new Known(
                        new Key(row.getString("kind"), row.getString("source"), row.getString("external_id")),
                        row.getLong("id")))
                .forEach(known -> ids.put(known.key(), known.id()));
        return ids;
    }

    /// The terms of each video, in the order of the source.
    Map<UUID, List<Term>> ofVideos(Handle handle, Collection<UUID> videoIds) {
        Map<UUID, List<Term>> terms = new HashMap<>();
        if (videoIds.isEmpty()) {
            return terms;
        }
        Map<Long, Term> shared = new HashMap<>();
        handle.createQuery("""
                        select l.video_id, t.id, t.kind, t.external_id, t.name, t.ruby
                        from public.video_term l join public.term t on t.id = l.term_id
                        where l.video_id = any(:ids) order by l.video_id, l.position
                        """)
                .bindArray("ids", UUID.class, videoIds)
                .map((row, context) -> {
                    Term term = shared.get(row.getLong("id"));
                    if (term == null) {
                        term = new Term(
                                TermKind.valueOf(row.getString("kind")),
                                row.getString("external_id"),
                                row.getString("name"),
                                row.getString("ruby"));
                        shared.put(row.getLong("id"), term);
                    }
                    return Map.entry(row.getObject("video_id", UUID.class), term);
                })
                .forEach(entry -> terms.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return terms;
    }

    /// Distinct names of one kind, those of the most videos first.
    List<String> names(Handle handle, TermKind kind, int limit) {
        return handle.createQuery("""
                        select t.name from public.term t join public.video_term l on l.term_id = t.id
                        where t.kind = :kind group by t.name order by count(*) desc, t.name limit :limit
                        """)
                .bind("kind", kind.name())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
