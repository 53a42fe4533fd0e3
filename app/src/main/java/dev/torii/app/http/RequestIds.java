package dev.torii.app.http;

import dev.torii.app.http.problem.ErrorMapper;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The id by which a request is found again in the log: the caller's own where it is harmless, else a new one.
final class RequestIds {
    static final String HEADER = ErrorMapper.REQUEST_ID_HEADER;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestIds() {}

    static String of(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
