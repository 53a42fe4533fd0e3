package dev.torii.engine.ingest.dmm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Takes credentials out of a text before it is kept or shown: the values themselves wherever they stand, and
/// whatever stands as `api_id`, `affiliate_id` or `af_id` in an address or in JSON (DMM repeats them in its
/// answers).
public final class CredentialFilter {
    private static final String HIDDEN = "***";
    private static final int SHORTEST_VALUE = 4;
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:api_?id|affiliate_?id|af_id)(?:\"\\s*:\\s*\"|%22%3A%22|=|%3D|%253D))[^&\"'\\s<>\\\\%]*");

    private final DmmCredentials credentials;

    public CredentialFilter(DmmCredentials credentials) {
        this.credentials = credentials;
    }

    public String strip(String text) {
        String stripped = NAMED.matcher(text).replaceAll("$1" + HIDDEN);
        stripped = without(stripped, credentials.apiId());
        return without(stripped, credentials.affiliateId());
    }

    private static String without(String text, String value) {
        if (value.length() < SHORTEST_VALUE) {
            return text;
        }
        return text.replace(value, HIDDEN).replace(URLEncoder.encode(value, StandardCharsets.UTF_8), HIDDEN);
    }
}
