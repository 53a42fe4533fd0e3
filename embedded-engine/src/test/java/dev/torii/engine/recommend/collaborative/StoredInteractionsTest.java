package dev.torii.engine.recommend.collaborative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.evaluate.EvaluationReports;
import dev.torii.engine.evaluate.EvaluationRequest;
import dev.torii.engine.evaluate.EvaluationService;
import dev.torii.engine.evaluate.SmallSets;
import dev.torii.engine.jobs.Jobs;
import dev.torii.engine.people.InteractionDao;
import dev.torii.engine.people.UserDao;
import dev.torii.engine.people.UserDao.NewUser;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Video;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.Protocol;
import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Popularity and evaluation read what the database holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredInteractionsTest {
    private static final Instant NEWEST = Instant.parse("2026-06-30T00:00:00Z");

    private final List<Video> videos = SmallSets.of(6).videos();
    private Database database;

    StoredInteractionsTest(@TempDir Path home) {
        database = Database.open(
                home,
                new DatabaseConfig(
                        null, null, null, 2, 0, Path.of(System.getProperty("torii.test.cache"), "postgres"), null));
    }

    @BeforeAll
    void fillCatalogue() {
        database.useService(handle -> {
            new VideoDao().upsert(handle, videos);
            List<NewUser> users = new ArrayList<>();
            for (int user = 0; user < 40; user++) {
                users.add(new NewUser(userId(user), "test", "user " + user));
            }
            new UserDao().insertMissing(handle, users);
        });
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void forgetInteractions() {
        database.useService(handle -> handle.execute("truncate public.interaction, public.user_video_decision"));
    }

    private static UUID userId(int user) {
        return SourceIds.user("test", "user " + user);
    }

    private Interaction interaction(int user, int video, InteractionKind kind, double value, Duration age) {
        return new Interaction(userId(user), videos.get(video).id(), kind, value, NEWEST.minus(age));
    }

    private void store(List<Interaction> interactions) {
        database.useService(handle -> new InteractionDao().insert(handle, interactions, 4));
    }

    private PopularVideos popular() {
        return new PopularVideos(database, Clock.fixed(NEWEST, ZoneOffset.UTC), 4, PopularVideos.HALF_LIFE);
    }

    @Test
    void aHalfLifeHalvesWhatAUserCounts() {
        Duration month = PopularVideos.HALF_LIFE;
        store(List.of(
                interaction(0, 0, InteractionKind.LIKE, 1, Duration.ZERO),
                interaction(1, 1, InteractionKind.RATING, 5, month),
                interaction(2, 1, InteractionKind.PURCHASE, 1, month.multipliedBy(2)),
                interaction(2, 1, InteractionKind.VIEW, 0.9, month.multipliedBy(3)),
                interaction(3, 2, InteractionKind.VIEW, 0.4, Duration.ZERO),
                interaction(4, 3, InteractionKind.RATING, 3.5, Duration.ZERO),
                interaction(5, 4, InteractionKind.LIKE, 1, month),
                interaction(5, 4, InteractionKind.SKIP, 0, Duration.ZERO),
                interaction(6, 5, InteractionKind.LIKE, 1, Duration.ofDays(20_000))));
        List<VideoPopularity> ranking = popular().ranking();
        assertThat(ranking)
                .extracting(VideoPopularity::videoId)
                .containsExactly(
                        videos.get(0).id(), videos.get(1).id(), videos.get(5).id());
        assertThat(ranking.get(0).score()).isCloseTo(1, within(1e-9));
        assertThat(ranking.get(1).score()).isCloseTo(0.75, within(1e-6));
        assertThat(ranking.get(1).users()).isEqualTo(2);
        assertThat(ranking.get(2).score()).isPositive();
    }

    @Test
    void keepsARankingUntilItIsAskedToReadAgain() {
        PopularVideos popular = popular();
        assertThat(popular.ranking()).isEmpty();
        store(List.of(interaction(0, 0, InteractionKind.LIKE, 1, Duration.ZERO)));
        assertThat(popular.ranking()).isEmpty();
        assertThat(popular.refresh()).hasSize(1);
        assertThat(popular.ranking()).hasSize(1);
    }

    @Test
    void theOldRankingAnswersWhileOneReadsItAgain() {
        AtomicLong passed = new AtomicLong();
        InstantSource source = () -> NEWEST.plusSeconds(passed.get());
        PopularVideos popular =
                new PopularVideos(database, source.withZone(ZoneOffset.UTC), 4, PopularVideos.HALF_LIFE);
        store(List.of(interaction(0, 0, InteractionKind.LIKE, 1, Duration.ZERO)));
        assertThat(popular.ranking()).hasSize(1);
        store(List.of(interaction(0, 1, InteractionKind.LIKE, 1, Duration.ZERO)));
        passed.set(PopularVideos.KEPT_FOR.toSeconds() + 1);

        CompletableFuture<List<VideoPopularity>> reader = database.asService(handle -> {
            handle.execute("lock table public.interaction in access exclusive mode");
            CompletableFuture<List<VideoPopularity>> first =
                    CompletableFuture.supplyAsync(popular::ranking, Thread::startVirtualThread);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> handle.createQuery("""
                            select exists (select from pg_locks where not granted
                                and relation = 'public.interaction'::regclass)
                            """).mapTo(Boolean.class).one());
            assertThat(CompletableFuture.supplyAsync(popular::ranking, Thread::startVirtualThread))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .asInstanceOf(list(VideoPopularity.class))
                    .hasSize(1);
            assertThat(first).isNotDone();
            return first;
        });

        assertThat(reader.join()).hasSize(2);
        assertThat(popular.ranking()).hasSize(2);
    }

    @Test
    void evaluatesOnTheDatabaseSplitByTime(@TempDir Path folder) {
        List<Interaction> stored = new ArrayList<>();
        for (int user = 0; user < 40; user++) {
            for (int step = 0; step < 5; step++) {
                // Everybody likes 0 to 4 in turn, every second user a day later.
                stored.add(interaction(
                        user, step, InteractionKind.RATING, 4.5, Duration.ofDays(10L * (5 - step) + 1 - user % 2)));
            }
        }
        stored.add(interaction(39, 5, InteractionKind.LIKE, 1, Duration.ofDays(400)));
        stored.add(interaction(38, 4, InteractionKind.LIKE, 1, Duration.ofDays(400)));
        store(stored);
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            EvaluationService service = new EvaluationService(
                    jobs,
                    Map.of(Algorithm.POPULAR, new Popularity()),
                    database,
                    EvaluationReports.under(folder),
                    Clock.systemUTC());
            EvaluationReport report = evaluate(service, Protocol.TEMPORAL);
            assertThat(report.data()).isEqualTo("database");
            // The moment is the fourth step of every second user; what was liked before it is not asked for again.
            assertThat(report.splits().getFirst().trainingPairs()).isEqualTo(142);
            assertThat(report.splits().getFirst().testPairs()).isEqualTo(59);
            assertThat(report.splits().getFirst().usersRanked()).isEqualTo(39);
            assertThat(report.results().getFirst().metrics().get("recall@10"))
                    .extracting("value")
                    .isEqualTo(1.0);
            assertThat(evaluate(service, Protocol.LEAVE_ONE_OUT)
                            .splits()
                            .getFirst()
                            .usersRanked())
                    .isEqualTo(40);
            EvaluationReport cold = evaluate(service, Protocol.COLD_START);
            assertThat(cold.splits().getFirst().candidateItems()).isEqualTo(1);
            assertThat(cold.results().getFirst().metrics()).containsKey("ndcg@10.all_items");
            assertThat(service.reports().list()).hasSize(3);
        }
    }

    private static EvaluationReport evaluate(EvaluationService service, Protocol protocol) {
        return service.evaluate(new EvaluationRequest(null, null, null, protocol, List.of(Algorithm.POPULAR), 4, 7))
                .await();
    }
}
