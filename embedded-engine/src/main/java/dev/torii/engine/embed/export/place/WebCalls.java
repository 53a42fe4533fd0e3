package dev.torii.engine.embed.export.place;

import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// HTTP calls that are made again when a failure may pass: no connection, 429, or 5xx.
public final class WebCalls implements AutoCloseable {
    private static final long LARGEST_ANSWER = 4L << 20;
    private static final int TOO_MANY_REQUESTS = 429;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(60))
            .writeTimeout(Duration.ofSeconds(60))
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    private final Patience patience;

    public WebCalls(Patience patience) {
        this.patience = patience;
    }

    /// What a server said.
    record Answer(int status, byte[] body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /// The last answer; any status that asking again would not change.
    ///
    /// @param what is done, for errors: `uploading x`
    /// @throws ToriiException TARGET_UNREACHABLE when asking again did not help, CANCELLED
    Answer call(Request request, String what, Cancellation cancellation) {
        for (int attempt = 1; ; attempt++) {
            cancellation.check();
            String problem;
            Duration askedFor = Duration.ZERO;
            Call call = http.newCall(request);
            try (var _ = cancellation.onCancel(call::cancel);
                    Response response = call.execute()) {
                if (response.code() != TOO_MANY_REQUESTS && response.code() / 100 != 5) {
                    return new Answer(response.code(), read(response));
                }
                problem = "HTTP " + response.code();
                askedFor = retryAfter(response);
            } catch (IOException e) {
                cancellation.check();
                problem = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            if (attempt >= patience.attempts()) {
                HttpUrl url = request.url();
                throw new ToriiException(
                        ErrorCode.TARGET_UNREACHABLE,
                        "%s failed %d times at %s:%d, the last time with %s."
                                .formatted(what, attempt, url.host(), url.port(), problem),
                        "Maybe run the same command again later: it goes on safely.");
            }
            Patience.sleep(patience.pause(attempt, askedFor), cancellation);
        }
    }

    private static byte[] read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST_ANSWER + 1)) {
            throw new IOException("an answer larger than " + (LARGEST_ANSWER >> 20) + " MiB");
        }
        return source.getBuffer().readByteArray();
    }

    private static Duration retryAfter(Response response) {
        String value = response.header("Retry-After");
        return value != null && value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
