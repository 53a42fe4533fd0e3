package dev.torii.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.embed.encoding.EncodingResult;
import dev.torii.engine.embed.encoding.FailedVideo;
import dev.torii.engine.people.DecisionAction;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.people.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What arrives after the catalogue was encoded gets its vectors by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewcomersTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FreshDatabase fresh = FreshDatabase.portable();
    private final Path data = fresh.home();
    private final EngineConfig config = EngineConfig.defaults(fresh.home()).withDatabase(fresh.config());

    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @SuppressWarnings("NullAway.Init")
    private TasteFiles files;

    @BeforeAll
    void open() throws IOException {
        engine = Engine.open(config);
        files = new TasteFiles(data, 3);
        engine.imports().csv(files.videos, files.interactions).await();
        ModelVersion model = engine.training()
                .train(Map.of("epochs", "3", "batchSize", "64", "maxSlots", "1000"))
                .await();
        assertThat(model.state()).isEqualTo(ModelState.ACTIVE);
        engine.encoding().embedAll(false).await();
        assertThat(engine.recommender()).isNotNull();
    }

    @AfterAll
    void close() {
        engine.close();
        fresh.close();
    }

    @Test
    void aVideoThatIsImportedIsFoundWithoutAnyCommand() throws IOException {
        UUID video = importVideo("late1");
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(similarTo(engine, video)).isPositive());
    }

    @Test
    void whatArrivedWhileNobodyLookedIsFoundAfterAStart() throws IOException {
        UUID video;
        try (Engine silent = Engine.open(config)) {
            engine.close();
            Path rows = data.resolve("late2.csv");
            Files.write(rows, List.of("id,title,genres", "late2,A title,genre 1"));
            silent.imports().csv(rows, nothing()).await();
            video = SourceIds.video("csv", "late2");
            assertThat(ask("select count(*) from video_embedding where video_id = '" + video + "'"))
                    .isEqualTo("0");
        }
        engine = Engine.open(config);
        assertThat(engine.recommender()).isNotNull();
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(similarTo(engine, video)).isPositive());
    }

    @Test
    void aLikeMovesTheStoredVectorOfItsUserAtOnce() {
        UUID user = UUID.randomUUID();
        Caller caller = new Caller.User(user);
        for (int like = 0; like < 2; like++) {
            engine.likes().decide(caller, user, SourceIds.video("csv", "v" + like), DecisionAction.LIKE);
            String stamp = (like + 1) + "/";
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(ask("select history_stamp from user_embedding where computed"
                                    + " and user_id = '" + user + "'"))
                            .startsWith(stamp));
        }
    }

    @Test
    void aVideoWhoseRowIsHeldWaitsForAnotherTryAndStopsNothing() throws Exception {
        UUID held = SourceIds.video("csv", "v7");
        run("delete from video_embedding where video_id = '" + held + "'");
        try (Connection other = fresh.admin();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from video where id = '" + held + "' for update");

            EncodingResult result = engine.encoding().embedAll(false).await();

            assertThat(result.failed()).isEqualTo(1);
            assertThat(result.videos()).isGreaterThanOrEqualTo(TasteFiles.VIDEOS - 1);
            assertThat(engine.encoding().failed(10)).singleElement().satisfies((FailedVideo failed) -> {
                assertThat(failed.videoId()).isEqualTo(held);
                assertThat(failed.attempts()).isEqualTo(1);
                assertThat(failed.lastError()).contains("holds its row");
                assertThat(failed.nextTryAt())
                        .isBetween(failed.failedAt(), failed.failedAt().plusSeconds(61));
            });
            other.rollback();
        }
        run("update embedding_retry set next_try_at = now()");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(engine.encoding().failed(10)).isEmpty());
        assertThat(ask("select count(*) from video_embedding where video_id = '" + held + "'"))
                .isEqualTo("1");
    }

    /// The killed run had at most three slices of 512 videos in its hands; nothing that it wrote is done
    /// again.
    @Test
    void aRunThatIsKilledGoesOnWhereItEnded() throws Exception {
        int videos = 6_000;
        List<String> rows = new ArrayList<>(List.of("id,title,genres"));
        IntStream.range(0, videos).forEach(i -> rows.add("many%d,Title %d,genre %d".formatted(i, i, i % 4)));
        run("delete from video_embedding");
        engine.imports()
                .csv(Files.write(data.resolve("many.csv"), rows), nothing())
                .await();
        long all = Long.parseLong(ask("select count(*) from video"));
        engine.close(); // or it would encode what arrived itself
        run("delete from video_embedding");

        EncodingProcess.killAfter(fresh, 1_000);

        await().until(() -> ask("select count(*) from pg_stat_activity where state = 'active' and query like 'copy%'")
                .equals("0"));
        long written = Long.parseLong(ask("select count(*) from video_embedding"));
        assertThat(written).isBetween(1_000L, all - 1);
        try (Engine next = Engine.open(config)) {
            EncodingResult result = next.encoding().embedAll(true).await();
            assertThat(result.videos()).isEqualTo(all - written);
            assertThat(result.failed()).isZero();
        }
        assertThat(ask("select count(*) from video_embedding")).isEqualTo(Long.toString(all));
        run("delete from video where external_id like 'many%'");
        engine = Engine.open(config);
        assertThat(engine.recommender()).isNotNull();
    }

    @Test
    void aHistoryThatGrewByAnImportIsStale() throws IOException {
        Path rows = data.resolve("grown.csv");
        Files.write(rows, List.of("user_id,video_id,kind,value,at", "u4,v2,rating,5,2026-03-01T00:00:00Z"));
        engine.imports().csv(files.videos, rows).await();
        List<Long> users = new ArrayList<>();
        users.add(engine.encoding().embedAll(true).await().users());
        users.add(engine.encoding().embedAll(true).await().users());
        assertThat(users).containsExactly(1L, 0L);
    }

    private UUID importVideo(String name) throws IOException {
        Path rows = data.resolve(name + ".csv");
        Files.write(rows, List.of("id,title,genres", name + ",A title,genre 1"));
        engine.imports().csv(rows, nothing()).await();
        return SourceIds.video("csv", name);
    }

    private Path nothing() throws IOException {
        return Files.write(data.resolve("nothing.csv"), List.of("user_id,video_id,kind,value,at"));
    }

    private static int similarTo(Engine engine, UUID video) {
        return engine.recommender()
                .similar(Caller.SERVICE, video, 5, CatalogFilter.DEFAULT)
                .size();
    }

    private void run(String sql) throws SQLException {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) {
        try (Connection admin = fresh.admin();
                Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
