package dev.torii.engine.ingest.dmm;

import dev.torii.engine.EngineConfig.DmmConfig;
import dev.torii.engine.jobs.Cancellation;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// Asks the DMM affiliate API for pages of ItemList: at the configured rate, again when a failure may pass, and
/// only until the caller is cancelled. Safe for use by many threads; they share the rate.
public final class DmmClient implements AutoCloseable {
    private static final long LARGEST_BODY = 16L << 20;

    private final DmmCredentials credentials;
    private final CredentialFilter filter;
    private final DmmAnswerParser parser;
    private final RetryPolicy retries;
    private final RequestPacer pacer;
    private final HttpUrl address;
    private final OkHttpClient http;
    private final Clock clock;

    /// @throws ToriiException CONFIGURATION when credentials, address or rate cannot be right; nothing was asked
    /// then
    public DmmClient(DmmConfig config, RetryPolicy retries, DmmTimeouts timeouts, Clock clock) {
        this.credentials = DmmCredentials.of(config);
        this.filter = new CredentialFilter(credentials);
        this.parser = new DmmAnswerParser(filter);
        this.retries = retries;
        this.pacer = new RequestPacer(config.requestsPerSecond());
        this.address = address(config);
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /// @throws ToriiException SOURCE_UNREACHABLE when asking again did not help, SOURCE_REFUSED, CANCELLED
    public ItemListPage itemList(ItemListQuery query, Cancellation cancellation) {
        SplittableRandom random = retries.random();
        for (int attempt = 1; ; attempt++) {
            cancellation.check();
            pacer.await(cancellation);
            try {
                return ask(query, cancellation);
            } catch (TransientFailure failure) {
                cancellation.check();
                if (attempt >= retries.attempts()) {
                    throw failure.problem();
                }
                CancellableWait.sleep(pause(failure, attempt, random), cancellation);
            }
        }
    }

    /// The filter that knows this client's credentials.
    public CredentialFilter credentialFilter() {
        return filter;
    }

    private Duration pause(TransientFailure failure, int attempt, SplittableRandom random) {
        Duration backoff = retries.backoff(attempt, random);
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        if (asked.compareTo(retries.longestWait()) > 0) {
            throw DmmAnswerParser.unreachable(
                    failure.problem().getMessage() + " It asks to wait " + asked.toSeconds() + " s");
        }
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private ItemListPage ask(ItemListQuery query, Cancellation cancellation) throws TransientFailure {
        Call call = http.newCall(new Request.Builder().url(url(query)).build());
        try (var _ = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            return answer(response);
        } catch (IOException e) {
            cancellation.check();
            throw new TransientFailure(DmmAnswerParser.unreachable("DMM at " + address.host() + ":" + address.port()
                    + " does not answer: " + filter.strip(String.valueOf(e.getMessage()))));
        }
    }

    private ItemListPage answer(Response response) throws IOException, TransientFailure {
        if (response.isRedirect() || response.code() / 100 == 3) {
            throw DmmAnswerParser.refused("DMM sent the request elsewhere (HTTP " + response.code() + ")");
        }
        if (TransientFailure.isTransient(response.code())) {
            Duration wait = RetryPolicy.retryAfter(response.header("Retry-After"), clock)
                    .orElse(Duration.ZERO);
            throw new TransientFailure(DmmAnswerParser.unreachable("DMM answered with HTTP " + response.code()), wait);
        }
        BufferedSource source = response.body().source();
        if (source.request(LARGEST_BODY + 1)) {
            throw DmmAnswerParser.refused("DMM's answer is larger than " + (LARGEST_BODY >> 20) + " MiB");
        }
        return parser.page(response.code(), source.getBuffer().readByteArray());
    }

    private HttpUrl url(ItemListQuery query) {
        HttpUrl.Builder url = address.newBuilder()
                .addPathSegment("ItemList")
                .addQueryParameter("api_id", credentials.apiId())
                .addQueryParameter("affiliate_id", credentials.affiliateId());
        query.addTo(url);
        return url.build();
    }

    private static HttpUrl address(DmmConfig config) {
        HttpUrl parsed = HttpUrl.parse(config.baseUrl().toString());
        if (parsed == null) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "dmm.baseUrl \"" + config.baseUrl() + "\" is not an http or https address.",
                    "Maybe https://api.dmm.com/affiliate/v3/.");
        }
        return parsed.newBuilder().query(null).fragment(null).build();
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
