package dev.torii.engine.recommend.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.catalog.CatalogFilter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFilesTest {
    private static final SearchSettings SETTINGS = SearchSettings.rescoring(400);
    private static final ClusteredVectors SPACE = new ClusteredVectors(64, 5, 0.3, 2);

    @TempDir
    Path home;

    private SegmentFiles files;

    @BeforeEach
    void open() {
        files = new SegmentFiles(home.resolve("index"), SETTINGS);
    }

    @Test
    void aPublishedFileIsFoundAgainWithTheSameAnswers() throws IOException {
        VectorSnapshot published = publish("v1", 7);
        float[] query = SPACE.near(2);

        VectorSnapshot found = files.newest("v1").orElseThrow();

        assertThat(found.watermark()).isEqualTo(7);
        assertThat(found.rowCount()).isEqualTo(100);
        CatalogFilter filter = new CatalogFilter(List.of("genre 1"), List.of(), true, Set.of(), null, null, null);
        assertThat(found.search(query, 10, filter, Set.of())).isEqualTo(published.search(query, 10, filter, Set.of()));
        assertThat(files.newest("v2")).isEmpty();
    }

    @Test
    void aNewFileReplacesTheOldOne() throws IOException {
        publish("v1", 7);
        publish("v2", 9);

        assertThat(files.newest("v1")).isEmpty();
        assertThat(names()).hasSize(1);
    }

    @Test
    void aDamagedFileIsDeletedWhereverTheDamageIs() throws IOException {
        for (long at : new long[] {3, 33, 4095, 5_000, 20_000}) {
            publish("v1", 7);
            try (FileChannel channel = FileChannel.open(
                    home.resolve("index").resolve(names().getFirst()),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, at);
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 0x10)}), at);
            }

            assertThat(files.newest("v1")).as("damage at byte %d", at).isEmpty();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void aFileThatWasCutOffIsDeleted() throws IOException {
        publish("v1", 7);
        try (FileChannel channel =
                FileChannel.open(home.resolve("index").resolve(names().getFirst()), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 100);
        }

        assertThat(files.newest("v1")).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void anUnfinishedFileIsNeverRead() throws IOException {
        SegmentFiles.Draft draft = files.begin(64);
        fill(draft.loader());

        assertThat(files.newest("v1")).isEmpty();
        draft.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatAnotherProcessIsMakingStays() throws IOException {
        try (SegmentFiles.Draft other = new SegmentFiles(home.resolve("index"), SETTINGS).begin(64)) {
            fill(other.loader());
            publish("v1", 7);

            assertThat(names()).hasSize(2);
            other.publish("v1", 8);
        }
        assertThat(files.newest("v1").orElseThrow().watermark()).isEqualTo(8);
        assertThat(names()).hasSize(1);
    }

    @Test
    void aFileOfAProcessThatDiedIsDeletedLater() throws IOException {
        Path dead = home.resolve("index").resolve("dead.unfinished");
        Files.createDirectories(dead.getParent());
        Files.createFile(dead);
        Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        publish("v1", 7);

        assertThat(dead).doesNotExist();
    }

    private VectorSnapshot publish(String version, long watermark) throws IOException {
        try (SegmentFiles.Draft draft = files.begin(64)) {
            fill(draft.loader());
            return draft.publish(version, watermark);
        }
    }

    private static void fill(VectorLoader loader) throws IOException {
        for (int i = 0; i < 100; i++) {
            loader.describe(new RowFacts(
                    ClusteredVectors.id(i), List.of("genre " + i % 3), List.of("maker"), null, null, null));
        }
        for (int i = 0; i < 100; i++) {
            loader.put(ClusteredVectors.id(i), SPACE.near(i % 5));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve("index"))) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }
}
