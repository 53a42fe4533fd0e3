package dev.torii.engine.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.torii.engine.EngineConfig.DmmConfig;
import dev.torii.engine.database.Database;
import dev.torii.engine.ingest.IngestDatabase;
import dev.torii.engine.ingest.dmm.DmmTimeouts;
import dev.torii.engine.ingest.dmm.RetryPolicy;
import dev.torii.engine.jobs.Job;
import dev.torii.engine.jobs.Jobs;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.QuarantinedItem;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRequest;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(IngestDatabase.class)
class SyncServiceTest {
    private static final String API_ID = "SecretApiId42";
    private static final String AFFILIATE_ID = "someone-990";
    private static final RetryPolicy QUICK =
            new RetryPolicy(2, Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofSeconds(1), 7);

    private final Clock clock = Clock.systemUTC();
    private final Jobs jobs = new Jobs(clock);
    private final MockWebServer server = new MockWebServer();
    private final ItemListServer catalogue = new ItemListServer();
    private final Database database;
    private final IngestRuns runs;

    SyncServiceTest(Database database) {
        this.database = database;
        this.runs = new IngestRuns(database, clock);
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(catalogue);
        server.start();
    }

    @AfterEach
    void stop() {
        jobs.close();
        server.close();
    }

    @Test
    void readsAllPagesAndCountsWhatBecameOfEachItem() {
        for (int i = 0; i < 250; i++) {
            catalogue.add("n_" + i, "鉄道 " + i);
        }
        catalogue.add(" n_7 ", "鉄道 7"); // the order shifted while we read
        catalogue.add("n_bad", "");
        catalogue.add("{\"title\":\"no id\",\"affiliateURL\":\"https://x.example/?af_id=someone-990\"}");

        SyncRun run = sync(request(null, false)).await();

        assertThat(run.state()).isEqualTo(SyncState.DONE);
        assertThat(run.failure()).isNull();
        assertThat(run.counts()).isEqualTo(new SyncCounts(253, 250, 0, 0, 2, 1));
        assertThat(catalogue.requests()).isEqualTo(3);
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(250);
        assertThat(runs.quarantine(run.id(), 10))
                .extracting(QuarantinedItem::externalId, QuarantinedItem::place, QuarantinedItem::reason)
                .map(Object::toString)
                .containsExactly(
                        "(\"n_bad\", \"ItemList position 252\", \"title is missing\")",
                        "(null, \"ItemList position 253\", \"content_id is missing\")");
        assertThat(runs.newest(1)).containsExactly(run);
    }

    @Test
    void aSecondRunTouchesOnlyWhatChanged() {
        catalogue.add("a", "一");
        catalogue.add("b", "二");
        sync(request(null, false)).await();
        catalogue.replace(1, "{\"content_id\":\"b\",\"title\":\"二 新装版\"}");
        catalogue.add("c", "三");

        assertThat(sync(request(null, false)).await().counts()).isEqualTo(new SyncCounts(3, 1, 1, 1, 0, 0));
        assertThat(IngestDatabase.rows(database, "select title, site from public.video order by external_id"))
                .map(row -> row.get("title") + " " + row.get("site"))
                .containsExactly("一 DMM.com", "二 新装版 DMM.com", "三 DMM.com");
    }

    @Test
    void aDryRunCountsAndLeavesNoRow() {
        catalogue.add("a", "一");
        sync(request(null, false)).await();
        catalogue.add("b", "二");
        catalogue.add("c", "");

        SyncRun run = sync(request(null, true)).await();

        assertThat(run.counts()).isEqualTo(new SyncCounts(3, 1, 0, 1, 1, 0));
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(1);
        assertThat(IngestDatabase.count(database, "quarantine")).isZero();
        assertThat(runs.newest(10)).hasSize(1);
    }

    @Test
    void readsNoMoreThanWasAskedFor() {
        for (int i = 0; i < 300; i++) {
            catalogue.add("n_" + i, "t");
        }

        assertThat(sync(request(120, false)).await().counts().read()).isEqualTo(120);
        assertThat(catalogue.requests()).isEqualTo(2);
    }

    @Test
    void stopsAtTheCeilingAndSaysSo() {
        catalogue.claim(61_200);
        catalogue.leastPerPage(10_000);
        for (int i = 0; i < 50_100; i++) {
            catalogue.add("n_" + i, "t");
        }

        SyncRun run = sync(request(null, false)).await();

        assertThat(run.state()).isEqualTo(SyncState.DONE);
        assertThat(run.failure()).contains("the first 50000 of 61200 items").contains("--from");
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(50_000);
    }

    @Test
    void whatWasReadBeforeAFailureStays() {
        for (int i = 0; i < 150; i++) {
            catalogue.add("n_" + i, "t");
        }
        catalogue.failFrom(2);

        ToriiException failure = failure(sync(request(null, false)));

        assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(100);
        assertThat(runs.newest(1).getFirst()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(SyncState.FAILED);
            assertThat(run.counts()).isEqualTo(new SyncCounts(100, 100, 0, 0, 0, 0));
            assertThat(run.failure()).contains("BAD REQUEST for ***");
        });
    }

    @Test
    void cancellingKeepsWholePages() {
        for (int i = 0; i < 500; i++) {
            catalogue.add("n_" + i, "t");
        }
        AtomicReference<@Nullable Job<SyncRun>> running = new AtomicReference<>();
        catalogue.onSecondRequest(() -> {
            Job<SyncRun> job = running.get();
            if (job != null) {
                job.cancel();
            }
        });
        DmmConfig slow = config(API_ID, AFFILIATE_ID, 5);
        Job<SyncRun> job = service(slow).sync(request(null, false));
        running.set(job);

        assertThat(failure(job).code()).isEqualTo(ErrorCode.CANCELLED);
        assertThat(IngestDatabase.count(database, "video")).isEqualTo(100);
        assertThat(runs.newest(1).getFirst().state()).isEqualTo(SyncState.CANCELLED);
    }

    @Test
    void credentialsReachNeitherRowsNorLogsNorErrors() {
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        events.start();
        root.addAppender(events);
        try {
            catalogue.add("a", "一");
            catalogue.add("{\"content_id\":\"SecretApiId42\",\"title\":\"\",\"u\":\"https://x/?af_id=someone-990\"}");
            sync(request(null, false)).await();
            catalogue.failFrom(1);
            ToriiException failure = failure(sync(request(null, false)));
            jobs.close(); // a job's log line comes after its result

            assertThat(failure.getMessage() + failure.advice() + failure.values())
                    .doesNotContain(API_ID, AFFILIATE_ID);
        } finally {
            root.detachAppender(events);
        }
        List<String> rows = IngestDatabase.everything(database);
        assertThat(rows).hasSizeGreaterThan(3).noneMatch(row -> row.contains(API_ID) || row.contains(AFFILIATE_ID));
        assertThat(events.list).isNotEmpty().noneMatch(event -> {
            String text = event.getFormattedMessage() + event.getThrowableProxy();
            return text.contains(API_ID) || text.contains(AFFILIATE_ID);
        });
    }

    @Test
    void refusesWhatCannotBeRightBeforeAnyRequest() {
        assertThat(refusal(API_ID, "someone-001", request(null, false))).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(refusal(null, AFFILIATE_ID, request(null, false))).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(refusal(API_ID, AFFILIATE_ID, request(0, false))).isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(refusal(API_ID, AFFILIATE_ID, new SyncRequest("Elsewhere", "mono", "dvd", null, null, null, false)))
                .isEqualTo(ErrorCode.INVALID_VALUE);
        LocalDate day = LocalDate.of(2025, 1, 2);
        assertThat(refusal(
                        API_ID,
                        AFFILIATE_ID,
                        new SyncRequest("DMM.com", null, null, day, day.minusDays(1), null, false)))
                .isEqualTo(ErrorCode.INVALID_VALUE);
        assertThat(catalogue.requests()).isZero();
        assertThat(runs.newest(1)).isEmpty();
    }

    private ErrorCode refusal(@Nullable String apiId, String affiliateId, SyncRequest request) {
        return catchThrowableOfType(
                        ToriiException.class,
                        () -> service(config(apiId, affiliateId, 1000)).sync(request))
                .code();
    }

    private static ToriiException failure(Job<SyncRun> job) {
        ToriiException failure = catchThrowableOfType(ToriiException.class, job::await);
        assertThat(failure).isNotNull();
        return failure;
    }

    private Job<SyncRun> sync(SyncRequest request) {
        return service(config(API_ID, AFFILIATE_ID, 1000)).sync(request);
    }

    private SyncService service(DmmConfig config) {
        return new SyncService(jobs, database, runs, config, QUICK, DmmTimeouts.DEFAULT, clock);
    }

    private DmmConfig config(@Nullable String apiId, String affiliateId, double rate) {
        URI base = URI.create("http://localhost:" + server.getPort() + "/affiliate/v3/");
        return new DmmConfig(base, apiId, affiliateId, rate, "DMM.com");
    }

    private static SyncRequest request(@Nullable Integer max, boolean dryRun) {
        return new SyncRequest("DMM.com", "mono", "dvd", null, null, max, dryRun);
    }
}
