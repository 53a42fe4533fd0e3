package dev.torii.app.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which web pages may call, in the headers that browsers understand. The lists are those of Supabase's client.
final class CorsPolicy {
    private static final String ANY = "*";
    private static final String REQUEST_HEADERS = "authorization, x-client-info, apikey, content-type, x-retry-count";
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String READABLE_HEADERS = "x-request-id, retry-after";
    private static final String PREFLIGHT_SECONDS = "3600";

    private final List<String> origins;

    CorsPolicy(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /// The headers of an answer, errors included.
    ///
    /// @param origin of the page that calls; null when it is no page
    Map<String, String> headers(@Nullable String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (origins.contains(ANY)) {
            headers.put("Access-Control-Allow-Origin", ANY);
        } else {
            headers.put("Vary", "Origin");
            if (origin == null || !origins.contains(origin)) {
                return headers;
            }
            headers.put("Access-Control-Allow-Origin", origin);
        }
        headers.put("Access-Control-Allow-Headers", REQUEST_HEADERS);
        headers.put("Access-Control-Allow-Methods", METHODS);
        headers.put("Access-Control-Expose-Headers", READABLE_HEADERS);
        headers.put("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        return headers;
    }
}
