package dev.torii.engine.embed.export.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.embed.export.place.WebCalls.Answer;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Tells a server to load a version: POST `{"version", "format"}`, as `reload_models` expects it.
public final class ReloadHook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final HttpUrl url;
    private final @Nullable String token;
    private final Patience patience;

    /// @param token bearer token; null: none is sent
    /// @throws ToriiException CONFIGURATION when `url` is no web address
    public ReloadHook(URI url, @Nullable String token, Patience patience) {
        this.url = WebAddress.of("serving.reloadHookUrl", url);
        this.token = token;
        this.patience = patience;
    }

    /// @throws ToriiException TARGET_UNREACHABLE, TARGET_REFUSED, CANCELLED
    public void call(String version, String format, JobContext context) {
        byte[] body = JSON.createObjectNode()
                .put("version", version)
                .put("format", format)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(body, JSON_TYPE));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String what = "the export is in place, but asking " + url.host() + ":" + url.port() + " to reload";
        try (WebCalls web = new WebCalls(patience)) {
            Answer answer = web.call(request.build(), what, context.cancellation());
            if (!answer.isSuccess()) {
                throw new ToriiException(
                        ErrorCode.TARGET_REFUSED,
                        what + " was refused with HTTP " + answer.status() + ".",
                        "Maybe serving.reloadHookToken is missing or old. The same export again only calls the hook.");
            }
        }
    }
}
