package dev.torii.engine.ingest.dmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.torii.engine.EngineConfig.DmmConfig;
import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.jobs.Cancellation;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.job.JobKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmmClientTest {
    private static final String API_ID = "SecretApiId42";
    private static final String AFFILIATE_ID = "someone-990";
    private static final String EMPTY =
            "{\"request\":{\"parameters\":{\"api_id\":\"SecretApiId42\"}},\"result\":{\"status\":200,\"result_count\":0,"
                    + "\"total_count\":0,\"first_position\":1}}";
    private static final ItemListQuery QUERY = new ItemListQuery("DMM.com", "mono", "dvd", null, null, 100, 1);
    private static final RetryPolicy QUICK =
            new RetryPolicy(3, Duration.ofMillis(4), Duration.ofMillis(20), Duration.ofSeconds(3), 7);
    private static final DmmTimeouts SHORT =
            new DmmTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(3));

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final Cancellation cancellation = new Cancellation();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksWithTheParametersOfTheManual() throws InterruptedException {
        server.enqueue(answer(200, EMPTY));

        ItemListPage page = client().itemList(
                        new ItemListQuery(
                                "DMM.com",
                                "mono",
                                "dvd",
                                LocalDateTime.of(2025, 1, 1, 0, 0),
                                LocalDateTime.of(2025, 1, 31, 23, 59, 59),
                                100,
                                101),
                        cancellation);

        assertThat(page.items()).isEmpty();
        assertThat(page.totalCount()).isZero();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/affiliate/v3/ItemList");
        assertThat(request.getUrl().query())
                .isEqualTo("api_id=SecretApiId42&affiliate_id=someone-990&site=DMM.com&service=mono&floor=dvd"
                        + "&gte_date=2025-01-01T00:00:00&lte_date=2025-01-31T23:59:59&hits=100&offset=101&sort=date"
                        + "&output=json");
    }

    @Test
    void asksAgainAfterAFailureThatPasses() {
        server.enqueue(answer(503, "<html>gateway</html>"));
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "0")
                .build());
        server.enqueue(answer(200, EMPTY));

        assertThat(client().itemList(QUERY, cancellation).items()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "1")
                .build());
        server.enqueue(answer(200, EMPTY));
        long before = System.nanoTime();

        client().itemList(QUERY, cancellation);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void doesNotWaitForHours() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .setHeader("Retry-After", "7200")
                .build());

        ToriiException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE);
        assertThat(failure).hasMessageContaining("asks to wait 7200 s");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void readsARetryTimeThatIsADate() {
        assertThat(RetryPolicy.retryAfter("Thu, 01 Jan 2026 00:00:09 GMT", clock))
                .contains(Duration.ofSeconds(9));
        assertThat(RetryPolicy.retryAfter("Thu, 01 Jan 2025 00:00:09 GMT", clock))
                .isEmpty();
        assertThat(RetryPolicy.retryAfter("Wed, 01 Jan 2025 00:00:09 GMT", clock))
                .contains(Duration.ZERO);
        assertThat(RetryPolicy.retryAfter(null, clock)).isEmpty();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(answer(500, ""));
        }

        ToriiException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE);
        assertThat(failure).hasMessageContaining("HTTP 500");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void keepsToTheRate() {
        server.enqueue(answer(200, EMPTY));
        server.enqueue(answer(200, EMPTY));
        server.enqueue(answer(200, EMPTY));
        long before = System.nanoTime();
        try (DmmClient client = client(config(API_ID, AFFILIATE_ID, 10))) {
            for (int i = 0; i < 3; i++) {
                client.itemList(QUERY, cancellation);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(195));
    }

    @Test
    void saysWhatDmmRefused() {
        server.enqueue(
                answer(
                        400,
                        "{\"result\":{\"status\":400,\"message\":\"BAD REQUEST\",\"errors\":{\"api_id\":\"Invalid SecretApiId42\"}}}"));

        ToriiException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
        assertThat(failure).hasMessageContaining("HTTP 400, status 400, BAD REQUEST; api_id: Invalid ***");
        assertThat(failure.advice()).startsWith("Maybe");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result\":{\"status\":\"403\",\"message\":\"no\"}}",
                "{\"status\":400,\"message\":\"BAD REQUEST\"}",
                "{\"result\":{\"status\":200,\"errors\":{\"hits\":\"too many\"}}}",
                "{\"result\":[]}",
                "{\"result\":{\"status\":200,\"items\":\"nothing here\"}}",
                "{}",
                "<html><body>We are tidying up</body></html>",
                "\"text\"",
                "callback({})"
            })
    void refusesAnAnswerThatIsNone(String body) {
        server.enqueue(answer(200, body));

        assertThat(failure().code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void asksAgainWhenAnAnswerEndsInTheMiddle() {
        server.enqueue(answer(200, EMPTY.substring(0, 60)));
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(answer(200, EMPTY));

        assertThat(client().itemList(QUERY, cancellation).items()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void doesNotFollowARedirect() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", "https://example.org/?api_id=SecretApiId42")
                .build());

        ToriiException failure = failure();

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
        assertThat(failure).hasMessageContaining("HTTP 302");
    }

    @Test
    void doesNotReadEndlessAnswers() {
        server.enqueue(answer(200, " ".repeat((16 << 20) + 1)));

        assertThat(failure()).hasMessageContaining("larger than 16 MiB");
    }

    @Test
    void namesAServerThatDoesNotAnswer() throws IOException {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
        }
        ToriiException slow = failure();
        URI address = config(API_ID, AFFILIATE_ID, 1000).baseUrl();
        server.close();
        ToriiException gone = failure();

        assertThat(slow.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE);
        assertThat(slow).hasMessageMatching("(?is).*time(d )?out.*");
        assertThat(gone.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE);
        assertThat(gone).hasMessageContaining(":" + address.getPort());
    }

    @Test
    void cancellingEndsARequestThatHangs() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(60, TimeUnit.SECONDS)
                .body(EMPTY)
                .build());
        DmmTimeouts patient = new DmmTimeouts(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1));
        long before = System.nanoTime();
        try (Jobs jobs = new Jobs(clock);
                DmmClient client = new DmmClient(config(API_ID, AFFILIATE_ID, 1000), QUICK, patient, clock)) {
            Job<ItemListPage> job =
                    jobs.start(JobKind.SYNC, "", context -> client.itemList(QUERY, context.cancellation()));
            server.takeRequest();
            job.cancel();

            assertThatThrownBy(job::await)
                    .isInstanceOfSatisfying(
                            ToriiException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void refusesCredentialsThatCannotBeRightBeforeAnyRequest() {
        assertThat(configurationError(null, AFFILIATE_ID)).hasMessageContaining("dmm.apiId is not set");
        assertThat(configurationError(API_ID, " ")).hasMessageContaining("dmm.affiliateId is not set");
        assertThat(configurationError(API_ID, "someone-001"))
                .hasMessageContaining("-990 to -999")
                .message()
                .doesNotContain("someone");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void noErrorNamesACredential() {
        server.enqueue(answer(200, "<a href='/?api_id=SecretApiId42&affiliate_id=someone-990'>" + API_ID + "</a>"));

        assertThat(failure()).hasMessageContaining("api_id=***").message().doesNotContain(API_ID, AFFILIATE_ID);
        assertThat(config(API_ID, AFFILIATE_ID, 1).toString() + new DmmCredentials(API_ID, AFFILIATE_ID))
                .doesNotContain(API_ID, AFFILIATE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemlist_empty", "itemlist_empty_no_items", "itemlist_mono_dvd"})
    void readsRealAnswers(String name) throws IOException {
        server.enqueue(answer(200, Files.readString(ResearchData.folder("dmm").resolve(name + ".json"))));

        assertThat(client().itemList(QUERY, cancellation))
                .satisfies(page ->
                        assertThat(page.resultCount()).isEqualTo(page.items().size()));
    }

    private ToriiException failure() {
        ToriiException failure =
                catchThrowableOfType(ToriiException.class, () -> client().itemList(QUERY, cancellation));
        assertThat(failure).isNotNull();
        return failure;
    }

    private ToriiException configurationError(@Nullable String apiId, String affiliateId) {
        ToriiException failure =
                catchThrowableOfType(ToriiException.class, () -> client(config(apiId, affiliateId, 1)));
        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        return failure;
    }

    private DmmClient client() {
        return client(config(API_ID, AFFILIATE_ID, 1000));
    }

    private DmmClient client(DmmConfig config) {
        return new DmmClient(config, QUICK, SHORT, clock);
    }

    private DmmConfig config(@Nullable String apiId, String affiliateId, double rate) {
        URI base = URI.create("http://localhost:" + server.getPort() + "/affiliate/v3/");
        return new DmmConfig(base, apiId, affiliateId, rate, "DMM.com");
    }

    private static MockResponse answer(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
