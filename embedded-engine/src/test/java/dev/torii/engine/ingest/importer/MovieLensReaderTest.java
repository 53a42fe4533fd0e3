package dev.torii.engine.ingest.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieLensReaderTest {
    private final MovieLensReader reader = new MovieLensReader();

    @TempDir
    Path folder;

    @Test
    void reads100k() {
        MovieLensData data = reader.read(SmallMovieLens.ml100k(folder), JobContext.unwatched());

        assertThat(data.format()).isEqualTo(MovieLensFormat.ML_100K);
        assertThat(data.users()).containsExactly("1", "2");
        Video first = data.videos().getFirst();
        assertThat(first.title()).isEqualTo("Café at the Harbour (1995)");
        assertThat(first.names(TermKind.GENRE)).containsExactly("Drama", "Comedy");
        assertThat(first.releasedAt()).isEqualTo(Instant.parse("1995-02-04T00:00:00Z"));
        assertThat(data.videos().get(1).releasedAt()).isEqualTo(Instant.parse("1980-01-01T00:00:00Z"));
        assertThat(data.videos().get(2).terms()).isEmpty();
        assertThat(data.videos().get(2).releasedAt()).isNull();
        assertThat(data.ratings().size()).isEqualTo(4);
        assertThat(data.ratings().value(2)).isEqualTo(1f);
        assertThat(data.ratings().epochSeconds(3)).isEqualTo(881250952L);
        assertThat(data.ratings().itemKeys().get(data.ratings().item(3))).isEqualTo("3");
    }

    @Test
    void reads1m() {
        MovieLensData data = reader.read(SmallMovieLens.ml1m(folder), JobContext.unwatched());

        assertThat(data.format()).isEqualTo(MovieLensFormat.ML_1M);
        assertThat(data.videos()).extracting(Video::title).contains("Café at the Harbour (1995)");
        assertThat(data.videos().getFirst().names(TermKind.GENRE)).containsExactly("Drama", "Comedy");
        assertThat(data.ratings().size()).isEqualTo(3);
    }

    @Test
    void readsTheLatestFormats() {
        MovieLensData data = reader.read(SmallMovieLens.latest(folder), JobContext.unwatched());

        assertThat(data.format()).isEqualTo(MovieLensFormat.ML_LATEST);
        assertThat(data.videos().get(1).title()).isEqualTo("Long \"Winding\" Road, The (1980)");
        assertThat(data.videos().get(1).terms()).isEmpty();
        assertThat(data.ratings().value(0)).isEqualTo(4.5f);
        assertThat(data.ratings().isPositive(1, 4)).isFalse();
    }

    @Test
    void aFilmHasTheSameIdWheneverItIsRead() {
        MovieLensData once = reader.read(SmallMovieLens.ml100k(folder), JobContext.unwatched());
        MovieLensData again = reader.read(folder, JobContext.unwatched());

        assertThat(again.videos()).isEqualTo(once.videos());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1 1 5;            expected 4 fields
                    1 1 5 8 9;        expected 4 fields
                    1 1 6 881250949;  the rating "6"
                    1 1 x 881250949;  the rating "x"
                    0 1 5 881250949;  the user "0"
                    1 one 5 881250949; the item "one"
                    1 1 5 8812;       the time "8812"
                    """)
    void refusesABrokenRatingNamingItsLine(String line, String wrong) {
        SmallMovieLens.ml100k(folder);
        String broken = line.replace(' ', '\t');
        SmallMovieLens.write(folder, "u.data", StandardCharsets.ISO_8859_1, "1\t1\t5\t881250949\n" + broken + "\n");

        assertThatThrownBy(() -> reader.read(folder, JobContext.unwatched()))
                .hasMessageContaining("u.data line 2")
                .hasMessageContaining(wrong)
                .hasMessageContaining(line.replace(" ", "\\t"))
                .asInstanceOf(type(ToriiException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BROKEN_INPUT))
                .satisfies(e -> assertThat(e.advice()).startsWith("Maybe"))
                .satisfies(e -> assertThat(e.values()).containsEntry("line", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    u.item;  9|Torn;                                       u.item line 1: expected 8 fields
                    u.item;  1|A (1990)|1990-01-01||x|0|1|1;               the release date "1990-01-01"
                    u.item;  1|A (1990)|01-Jan-1990||x|0|1|2;              the flag of genre Comedy is "2"
                    u.item;  1|A (1990)|01-Jan-1990||x|0|1|1;              which is not in the list of films
                    u.user;  1|24|M|writer;                                u.user line 1: expected 5 fields
                    u.user;  1|24|M|writer|85711;                          which is not in the list of users
                    u.genre; Drama|1;                                      u.genre line 1: expected a genre and the number 0
                    u.info;  5 ratings;                                    promises 5 ratings, the data set has 4
                    """)
    void refusesABrokenFileOf100k(String name, String text, String wrong) {
        SmallMovieLens.ml100k(folder);
        SmallMovieLens.write(folder, name, StandardCharsets.ISO_8859_1, text + "\n");

        assertThatThrownBy(() -> reader.read(folder, JobContext.unwatched()))
                .hasMessageContaining(wrong)
                .asInstanceOf(type(ToriiException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.BROKEN_INPUT));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        SmallMovieLens.latest(folder);
        SmallMovieLens.write(
                folder,
                "movies.csv",
                StandardCharsets.ISO_8859_1,
                "movieId,title,genres\n1,Plain (1990),Drama\n2,Café (1991),Drama\n");

        assertThatThrownBy(() -> reader.read(folder, JobContext.unwatched()))
                .hasMessageContaining("movies.csv line 3: the bytes are not UTF-8 text");
    }

    @Test
    void refusesAFolderThatHoldsNoDataSet() {
        assertThatThrownBy(() -> reader.read(folder, JobContext.unwatched()))
                .hasMessageContaining("holds no MovieLens data set");
        assertThatThrownBy(() -> reader.read(folder.resolve("absent"), JobContext.unwatched()))
                .hasMessageContaining("is not a folder");
    }

    @Test
    void readsTheReal100k() {
        MovieLensData data = reader.read(ResearchData.folder("ml-100k"), JobContext.unwatched());

        assertThat(data.videos()).hasSize(1682);
        assertThat(data.users()).hasSize(943);
        assertThat(data.ratings().size()).isEqualTo(100_000);
        assertThat(data.videos())
                .filteredOn(video -> video.releasedAt() == null)
                .hasSize(1);
        assertThat(data.videos())
                .filteredOn(video -> video.externalId().equals("50"))
                .singleElement()
                .satisfies(video -> assertThat(video.names(TermKind.GENRE))
                        .containsExactly("Action", "Adventure", "Romance", "Sci-Fi", "War"));
    }
}
