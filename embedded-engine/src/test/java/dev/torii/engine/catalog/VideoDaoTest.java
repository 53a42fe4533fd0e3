package dev.torii.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.catalog.VideoDao.UpsertCounts;
import dev.torii.engine.database.ChangeMark;
import dev.torii.engine.database.Database;
import dev.torii.engine.database.FreshDatabase;
import dev.torii.engine.database.SchemaVariant;
import dev.torii.models.catalog.SourceIds;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(SchemaVariant.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VideoDaoTest {
    private final VideoDao videos = new VideoDao();

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private SchemaVariant variant;

    @SuppressWarnings("NullAway.Init")
    private FreshDatabase fresh;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeParameterizedClassInvocation
    void open() {
        fresh = FreshDatabase.of(variant);
        database = fresh.open();
    }

    @AfterParameterizedClassInvocation
    void drop() {
        database.close();
        fresh.close();
    }

    @BeforeEach
    void empty() {
        database.useService(handle -> handle.execute("delete from video"));
    }

    @Test
    void whatIsWrittenIsReadAgainAndWritingItAgainChangesNothing() {
        List<Video> batch = List.of(Videos.full("1", "一つ目"), Videos.bare("2", "二つ目"));
        assertThat(upsert(batch)).isEqualTo(new UpsertCounts(2, 0, 0));
        List<StoredVideo> first = all();
        assertThat(first.stream().map(StoredVideo::video)).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(upsert(batch)).isEqualTo(new UpsertCounts(0, 0, 2));
        assertThat(all()).isEqualTo(first);
    }

    @Test
    void aChangeTouchesTheChangedVideoOnly() {
        upsert(List.of(Videos.full("1", "alt"), Videos.full("2", "bleibt")));
        List<StoredVideo> before = all();
        assertThat(upsert(List.of(Videos.full("1", "neu"), Videos.full("2", "bleibt"))))
                .isEqualTo(new UpsertCounts(0, 1, 1));
        for (StoredVideo old : before) {
            StoredVideo now = database.<StoredVideo, RuntimeException>asService(
                    handle -> videos.find(handle, old.video().id()).orElseThrow());
            if (old.video().externalId().equals("1")) {
                assertThat(now.video().title()).isEqualTo("neu");
                assertThat(now.revision()).isGreaterThan(old.revision());
            } else {
                assertThat(now).isEqualTo(old);
            }
        }
    }

    @Test
    void termsFollowTheirVideoAndARenamedTermReachesEveryVideo() {
        Term genre = new Term(TermKind.GENRE, "7", "old name", null);
        Term maker = Term.named(TermKind.MAKER, "M");
        upsert(List.of(Videos.withTerms("1", "a", List.of(genre, maker)), Videos.withTerms("2", "b", List.of(genre))));
        long revision = find("2").revision();
        Term renamed = new Term(TermKind.GENRE, "7", "new name", null);
        upsert(List.of(Videos.withTerms("1", "a", List.of(renamed, renamed))));
        assertThat(find("1").video().terms()).containsExactly(renamed);
        assertThat(find("2").video().terms()).containsExactly(renamed);
        assertThat(find("2").revision()).isGreaterThan(revision);
    }

    @Test
    void aVideoTwiceInABatchIsWrittenAsItStoodLast() {
        assertThat(upsert(List.of(Videos.bare("1", "first"), Videos.bare("1", "last"))))
                .isEqualTo(new UpsertCounts(1, 0, 1));
        assertThat(find("1").video().title()).isEqualTo("last");
    }

    @Test
    void searchFindsFullWidthHalfWidthAndWildcardsLiterally() {
        upsert(List.of(Videos.bare("1", "ＡＢＣ ﾄﾞﾗﾏ 100%"), Videos.bare("2", "夜のドラマ"), Videos.bare("3", "x_y")));
        CatalogService catalog = new CatalogService(database);
        assertThat(catalog.search("abc", 9)).hasSize(1);
        assertThat(catalog.search("ドラマ", 9)).hasSize(2);
        assertThat(catalog.search("0%", 9)).hasSize(1);
        assertThat(catalog.search("%", 9)).hasSize(1);
        assertThat(catalog.search("_", 9)).hasSize(1);
        assertThat(catalog.search(" ", 2)).hasSize(2);
    }

    @Test
    void findTakesUuidExternalIdAndSourceAndRefusesAGuess() {
        Video video = Videos.full("abc:1", "t");
        Video same = Videos.bare("1", "csv one");
        Video other = new Video(
                SourceIds.video("movielens", "1"),
                "movielens",
                "1",
                null,
                "ml one",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        upsert(List.of(video, same, other));
        CatalogService catalog = new CatalogService(database);
        assertThat(catalog.find(video.id().toString())).contains(video);
        assertThat(catalog.find("abc:1")).contains(video);
        assertThat(catalog.find("movielens:1")).contains(other);
        assertThat(catalog.find("nobody")).isEmpty();
        assertThatThrownBy(() -> catalog.find("1")).isInstanceOfSatisfying(ToriiException.class, error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(error.getMessage()).contains("movielens:1").contains("csv:1");
        });
    }

    @Test
    void aFollowerMissesNoChangeEvenOfATransactionThatBeganEarlierAndEndedLater() {
        upsert(List.of(Videos.bare("1", "a"), Videos.bare("2", "b")));
        ChangeMark[] mark = new ChangeMark[1];
        database.useService(slow -> {
            videos.upsert(slow, List.of(Videos.bare("1", "slow")));
            upsert(List.of(Videos.bare("2", "quick")));
            mark[0] = now();
        });
        assertThat(changedSince(mark[0])).containsExactly("slow");
        ChangeMark later = now();
        assertThat(changedSince(later)).isEmpty();
        database.useService(handle -> handle.execute("delete from video where external_id = '2'"));
        assertThat(database.<List<java.util.UUID>, RuntimeException>asService(
                        handle -> videos.deletedSince(handle, later)))
                .containsExactly(SourceIds.video("csv", "2"));
    }

    @Test
    void thousandsOfVideosTakeSeconds() {
        List<Video> batch = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            batch.add(Videos.full("v" + i, "video " + i));
        }
        long start = System.nanoTime();
        upsert(batch);
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
        List<Video> read = new ArrayList<>();
        database.useService(handle -> videos.forEach(handle, stored -> read.add(stored.video())));
        assertThat(read).containsExactlyInAnyOrderElementsOf(batch);
    }

    private UpsertCounts upsert(List<Video> batch) {
        return database.asService(handle -> videos.upsert(handle, batch));
    }

    private ChangeMark now() {
        return database.asService(ChangeMark::now);
    }

    private List<String> changedSince(ChangeMark mark) {
        return database
                .<List<StoredVideo>, RuntimeException>asService(handle -> videos.changedSince(handle, mark))
                .stream()
                .map(stored -> stored.video().title())
                .toList();
    }

    private StoredVideo find(String externalId) {
        return database.asService(handle ->
                videos.find(handle, SourceIds.video("csv", externalId)).orElseThrow());
    }

    private List<StoredVideo> all() {
        return database.asService(handle -> videos.page(handle, null, 100));
    }
}
