package dev.torii.engine.recommend.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.catalog.VideoDao;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.monitoring.PartState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexFollowerTest {
    private static final int DIMENSION = 768;
    private static final int VIDEOS = 30;
    private static final ClusteredVectors SPACE = new ClusteredVectors(DIMENSION, 4, 0.3, 9);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private SchemaVariant variant;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase fresh;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    private @Nullable IndexedModel active;
    private IndexFollower follower;
    private SegmentFiles files;

    @BeforeParameterizedClassInvocation
    void openDatabase() {
        fresh = FreshDatabase.of(variant);
        database = fresh.open();
    }

    @AfterParameterizedClassInvocation
    void closeDatabase() {
        database.close();
        fresh.close();
    }

    @BeforeEach
    void fill() throws IOException {
        database.useService(handle -> {
            handle.execute("delete from public.video");
            handle.execute("delete from public.model");
            for (String version : List.of("m1", "m2")) {
                handle.execute(
                        "insert into public.model (version, state, dimension, files, settings, metrics,"
                                + " data_fingerprint) values (?, 'CANDIDATE', 768, '{}', '{}', '{}', '')",
                        version);
            }
        });
        database.asService(handle -> new VideoDao()
                .upsert(
                        handle,
                        IntStream.range(0, VIDEOS)
                                .mapToObj(i -> video(i, "genre " + i % 3))
                                .toList()));
        files = new SegmentFiles(Files.createTempDirectory(home, "index"), SearchSettings.rescoring(400));
        follower = follower();
    }

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void withoutAModelOrVectorsTheIndexIsEmpty() {
        follower.catchUp();
        assertThat(follower.status().state()).isEqualTo(PartState.EMPTY);

        activate("m1");
        follower.catchUp();
        assertThat(follower.status().state()).isEqualTo(PartState.EMPTY);
        assertThat(follower.status().detail()).contains("m1");
        assertThat(follower.current()).isEmpty();
    }

    @Test
    void vectorsFactsAndDeletionsAreFollowed() {
        activate("m1");
        embed("m1", 0, 20);
        follower.catchUp();
        assertThat(follower.status()).isEqualTo(new IndexStatus(PartState.UP, 20, "20 vectors of model m1"));
        assertThat(genre("genre 1")).hasSize(7);

        embed("m1", 20, 30);
        follower.catchUp();
        assertThat(genre("genre 1")).hasSize(10);

        database.asService(handle -> new VideoDao().upsert(handle, List.of(video(0, "genre 1"))));
        database.useService(handle -> handle.execute("delete from public.video where id = ?", id(1)));
        follower.catchUp();
        assertThat(genre("genre 1")).hasSize(10).contains(id(0)).doesNotContain(id(1));
        assertThat(follower.status().rows()).isEqualTo(29);
    }

    @Test
    void aFollowerThatRunsSeesChangesByItself() throws InterruptedException {
        activate("m1");
        follower.start();
        assertThat(follower.awaitFirstLook(Duration.ofSeconds(10))).isTrue();
        embed("m1", 0, 5);
        follower.wake();

        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (follower.status().rows() < 5 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(follower.status().rows()).isEqualTo(5);
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws Exception {
        activate("m1");
        embed("m1", 0, 5);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> database.useService(handle -> {
            handle.execute("update public.video set title = title where id = ?", id(29));
            insert(handle, "m1", 5);
            written.countDown();
            await(commit);
        }));
        written.await();
        embed("m1", 6, 7);
        follower.catchUp();
        assertThat(follower.status().rows()).isEqualTo(6);

        commit.countDown();
        late.get();
        follower.catchUp();
        assertThat(follower.status().rows()).isEqualTo(7);
    }

    @Test
    void anotherModelTakesOverWhenItsVectorsAreThere() {
        activate("m1");
        embed("m1", 0, 30);
        follower.catchUp();

        activate("m2");
        embed("m2", 0, 10);
        follower.catchUp();
        assertThat(follower.status().state()).isEqualTo(PartState.DEGRADED);
        assertThat(follower.current().orElseThrow().modelVersion()).isEqualTo("m1");

        embed("m2", 10, 30);
        follower.catchUp();
        assertThat(follower.status().state()).isEqualTo(PartState.UP);
        assertThat(follower.current().orElseThrow().modelVersion()).isEqualTo("m2");
        assertThat(follower.status().rows()).isEqualTo(30);
    }

    @Test
    void theOldModelIsFollowedUntilTheNewOneTakesOver() {
        activate("m1");
        embed("m1", 0, 30);
        follower.catchUp();
        activate("m2");
        follower.catchUp();

        database.useService(handle -> {
            for (int i = 0; i < 10; i++) {
                handle.execute("delete from public.video where id = ?", id(i));
            }
        });
        follower.catchUp();
        assertThat(follower.status().state()).isEqualTo(PartState.DEGRADED);
        assertThat(follower.status().detail()).contains("m2").endsWith("0 of 20");
        assertThat(genre("genre 1")).hasSize(7).doesNotContain(id(1), id(4), id(7));

        embed("m2", 10, 30);
        follower.catchUp();
        assertThat(follower.current().orElseThrow().modelVersion()).isEqualTo("m2");
        assertThat(follower.status()).isEqualTo(new IndexStatus(PartState.UP, 20, "20 vectors of model m2"));
    }

    @Test
    void theNextProcessOpensTheFileAndReadsOnlyWhatChanged() throws IOException {
        activate("m1");
        embed("m1", 0, 20);
        follower.catchUp();
        follower.close();
        embed("m1", 20, 30);
        database.useService(handle -> handle.execute("delete from public.video where id = ?", id(3)));

        follower = follower();
        follower.catchUp();

        assertThat(follower.status().rows()).isEqualTo(29);
        assertThat(follower.current().orElseThrow().parts()).hasSize(2);
    }

    @Test
    void aFileOfAnotherDatabaseIsNotTrusted() throws IOException {
        activate("m1");
        embed("m1", 0, 20);
        try (SegmentFiles.Draft draft = files.begin(DIMENSION)) {
            draft.loader().describe(RowFacts.of(video(100, "elsewhere")));
            draft.loader().put(id(100), SPACE.near(0));
            draft.publish("m1", 1);
        }

        follower.catchUp();

        assertThat(follower.status().rows()).isEqualTo(20);
        assertThat(genre("elsewhere")).isEmpty();
    }

    @Test
    void damageToTheFileIsMendedFromTheDatabase() throws IOException {
        activate("m1");
        embed("m1", 0, 20);
        follower.catchUp();
        follower.close();
        try (Stream<Path> found = Files.walk(home)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".vectors")).toList()) {
                Files.write(file, new byte[10_000]);
            }
        }

        follower = follower();
        follower.catchUp();

        assertThat(follower.status().rows()).isEqualTo(20);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IndexFollower follower() {
        return new IndexFollower(database, () -> Optional.ofNullable(active), files, SearchSettings.rescoring(400));
    }

    private void activate(String version) {
        active = new IndexedModel(version, DIMENSION);
    }

    private void embed(String version, int from, int to) {
        database.useService(handle -> {
            for (int i = from; i < to; i++) {
                insert(handle, version, i);
            }
        });
    }

    private static void insert(Handle handle, String version, int number) {
        handle.createUpdate("""
                        insert into public.video_embedding (video_id, model_version, embedding, video_revision)
                        values (:id, :version, cast(:vector as real[]), 0)
                        """)
                .bind("id", id(number))
                .bind("version", version)
                .bind("vector", SPACE.near(number % 4))
                .execute();
    }

    private List<UUID> genre(String genre) {
        CatalogFilter filter = new CatalogFilter(List.of(genre), List.of(), true, Set.of(), null, null, null);
        return follower.current().orElseThrow().search(SPACE.near(0), 100, filter, Set.of()).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static UUID id(int number) {
        return SourceIds.video("test", Integer.toString(number));
    }

    private static Video video(int number, String genre) {
        return new Video(
                id(number),
                "test",
                Integer.toString(number),
                null,
                "Video " + number,
                null,
                List.of(Term.named(TermKind.GENRE, genre), Term.named(TermKind.MAKER, "maker")),
                BigDecimal.valueOf(300 + number),
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                4.1,
                10,
                null,
                null,
                null);
    }
}
