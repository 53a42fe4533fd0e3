package dev.torii.engine.ingest.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.ingest.ResearchData;
import dev.torii.engine.jobs.JobContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingFileReaderTest {
    private final RatingFileReader reader = new RatingFileReader();

    @TempDir
    Path folder;

    @Test
    void readsUsersAndItemsAlone() {
        RatingTable table = read("anna\tfilm a\nanna\tfilm b\r\n\nben\tfilm a");

        assertThat(table.userKeys()).containsExactly("anna", "ben");
        assertThat(table.itemKeys()).containsExactly("film a", "film b");
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.value(0)).isNaN();
        assertThat(table.isPositive(0, 4)).isTrue();
        assertThat(table.epochSeconds(0)).isZero();
    }

    @Test
    void readsRatingsWithoutTimes() {
        RatingTable table = read("1\t10\t3.5\n1\t11\t4");

        assertThat(table.isPositive(0, 4)).isFalse();
        assertThat(table.isPositive(1, 4)).isTrue();
    }

    @Test
    void refusesALineWithAnotherNumberOfColumns() {
        assertThatThrownBy(() -> read("1\t10\t3\n1\t11\n"))
                .hasMessageContaining("ratings.tsv line 2: expected 3 fields");
    }

    @Test
    void refusesAFileWithoutTabs() {
        assertThatThrownBy(() -> read("1,10,3\n")).hasMessageContaining("expected 2 to 4 fields");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("\n")).hasMessageContaining("holds no ratings");
    }

    @Test
    void readsRealFolds() {
        Path data = ResearchData.folder("ml-100k");

        assertThat(reader.tabSeparated(data.resolve("u1.base"), JobContext.unwatched())
                        .size())
                .isEqualTo(80_000);
        assertThat(reader.tabSeparated(data.resolve("u1.test"), JobContext.unwatched())
                        .size())
                .isEqualTo(20_000);
    }

    private RatingTable read(String text) {
        SmallMovieLens.write(folder, "ratings.tsv", StandardCharsets.UTF_8, text);
        return reader.tabSeparated(folder.resolve("ratings.tsv"), JobContext.unwatched());
    }
}
