package dev.torii.engine.ingest.dmm;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// One page of ItemList to ask for.
///
/// @param from earliest release, Japan time, inclusive; null: no bound
/// @param to latest release, Japan time, inclusive; null: no bound
/// @param hits 1 to [#MAX_HITS]
/// @param offset position of the first item, from 1 to [#MAX_OFFSET]
public record ItemListQuery(
        String site,
        @Nullable String service,
        @Nullable String floor,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        int hits,
        int offset) {
    public static final int MAX_HITS = 100;
    public static final int MAX_OFFSET = 50_000;

    /// The API refuses a zone here; it means Japan time.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    public ItemListQuery {
        if (hits < 1 || hits > MAX_HITS || offset < 1 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("hits " + hits + " or offset " + offset + " is out of range");
        }
    }

    /// Adds the parameters. Sorted by date, for the order by rank shifts while one reads.
    void addTo(HttpUrl.Builder url) {
        url.addQueryParameter("site", site);
        if (service != null) {
            url.addQueryParameter("service", service);
        }
        if (floor != null) {
            url.addQueryParameter("floor", floor);
        }
        if (from != null) {
            url.addQueryParameter("gte_date", from.format(TIME));
        }
        if (to != null) {
            url.addQueryParameter("lte_date", to.format(TIME));
        }
        url.addQueryParameter("hits", Integer.toString(hits));
        url.addQueryParameter("offset", Integer.toString(offset));
        url.addQueryParameter("sort", "date");
        url.addQueryParameter("output", "json");
    }
}
