package dev.torii.engine.embed.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.torii.engine.embed.features.Films;
import dev.torii.engine.embed.features.HistoryFeatures;
import dev.torii.engine.embed.towers.NativeLibraries;
import dev.torii.engine.embed.training.Tastes;
import dev.torii.engine.embed.training.TowerTrainer;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.models.catalog.Video;
import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedTowersTest {
    private static final InteractionSet DATA = Tastes.set(60, 8);
    private static final List<Video> VIDEOS = new ArrayList<>(Tastes.videos());
    private static final List<List<HistoryEntry>> HISTORIES = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Map<String, String> files = Map.of();
    private static float[] trainedVideos = {};
    private static float[] trainedUsers = {};

    @BeforeAll
    static void train() throws IOException {
        NativeLibraries.load();
        VIDEOS.add(Films.plain("never seen", "新しい怪談", "ホラー"));
        for (int user = 0; user < DATA.userCount(); user++) {
            List<HistoryEntry> history = new ArrayList<>();
            for (int k = DATA.rowStarts()[user + 1] - 1; k >= DATA.rowStarts()[user] + user % 5; k--) {
                Instant at = Instant.ofEpochSecond(DATA.epochSeconds()[k]);
                history.add(new HistoryEntry(VIDEOS.get(DATA.items()[k]), InteractionKind.LIKE, 1, at));
            }
            HISTORIES.add(history);
        }
        try (TrainedTowers towers =
                new TowerTrainer(Tastes.settings()).train(DATA, "train.epoch", JobContext.unwatched())) {
            HistoryFeatures histories = new HistoryFeatures(towers.extractor());
            trainedVideos = towers.items(
                    VIDEOS.stream().map(towers.extractor()::extract).toList());
            trainedUsers = towers.users(HISTORIES.stream().map(histories::of).toList());
            files = TowerFiles.write(towers.weights(), towers.extractor(), folder.resolve("v1"));
        }
    }

    private static ServedTowers load(Path from) {
        return ServedTowers.load("v1", Tastes.settings().dimension(), from, files);
    }

    private static void assertSame(float[][] served, float[] trained) {
        for (int row = 0; row < served.length; row++) {
            for (int i = 0; i < served[row].length; i++) {
                assertThat(served[row][i]).isCloseTo(trained[row * served[row].length + i], within(1e-5f));
            }
        }
    }

    @Test
    void servesTheVectorsThatWereTrained() {
        try (ServedTowers served = load(folder.resolve("v1"))) {
            float[][] videos = served.encodeVideos(VIDEOS);
            assertThat(videos).hasNumberOfRows(VIDEOS.size());
            assertSame(videos, trainedVideos);
            assertSame(served.encodeUsers(HISTORIES), trainedUsers);
        }
    }

    @Test
    void aVectorDoesNotDependOnItsNeighboursInTheBatch() {
        try (ServedTowers served = load(folder.resolve("v1"))) {
            float[][] together = served.encodeUsers(HISTORIES);
            float[] alone = served.encodeUsers(List.of(HISTORIES.get(7)))[0];
            for (int i = 0; i < alone.length; i++) {
                assertThat(alone[i]).isCloseTo(together[7][i], within(1e-5f));
            }
        }
    }

    @Test
    void aUserWithoutPositivesHasNoPlace() {
        try (ServedTowers served = load(folder.resolve("v1"))) {
            HistoryEntry skip = new HistoryEntry(VIDEOS.getFirst(), InteractionKind.SKIP, 0, Instant.EPOCH);
            assertThat(served.encodeUsers(List.of(List.of(), List.of(skip))))
                    .isDeepEqualTo(new float[2][served.dimension()]);
            assertThat(served.encodeVideos(List.of())).isEmpty();
        }
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        try (ServedTowers served = load(folder.resolve("v1"));
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<float[][]>> answers = new ArrayList<>();
            for (int call = 0; call < 40; call++) {
                int user = call % HISTORIES.size();
                answers.add(threads.submit(() -> served.encodeUsers(List.of(HISTORIES.get(user)))));
            }
            for (int call = 0; call < answers.size(); call++) {
                int dimension = served.dimension();
                float[] answer = answers.get(call).get()[0];
                for (int i = 0; i < dimension; i++) {
                    assertThat(answer[i]).isCloseTo(trainedUsers[call * dimension + i], within(1e-5f));
                }
            }
        }
    }

    @Test
    void damagedFilesAreNoticed(@TempDir Path other) throws IOException {
        String weights = files.keySet().stream()
                .filter(name -> name.startsWith("item_tower/variables/") && name.contains(".data-"))
                .findFirst()
                .orElseThrow();
        Path flipped = copy(other.resolve("flipped"));
        byte[] bytes = Files.readAllBytes(flipped.resolve(weights));
        bytes[bytes.length / 2] ^= 1;
        Files.write(flipped.resolve(weights), bytes);
        assertDamaged(flipped, "is damaged: its SHA-256 is");

        Path truncated = copy(other.resolve("truncated"));
        Files.write(truncated.resolve(weights), new byte[] {bytes[0]});
        assertDamaged(truncated, "is damaged: its SHA-256 is");

        Path missing = copy(other.resolve("missing"));
        Files.delete(missing.resolve("items.bin"));
        assertDamaged(missing, "items.bin is missing");
        assertDamaged(other.resolve("nowhere"), "is missing");
    }

    private static Path copy(Path to) throws IOException {
        for (String name : files.keySet()) {
            Path file = to.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(folder.resolve("v1").resolve(name), file);
        }
        return to;
    }

    private static void assertDamaged(Path from, String problem) {
        assertThatThrownBy(() -> load(from)).isInstanceOfSatisfying(ToriiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.MODEL_DAMAGED);
            assertThat(e).hasMessageContaining("Model v1 is damaged").hasMessageContaining(problem);
            assertThat(e.advice()).startsWith("Maybe ");
        });
    }

    @Test
    void aFailedWriteLeavesNothing(@TempDir Path other) {
        assertThatThrownBy(() -> ModelFolder.write(other.resolve("v2"), unfinished -> {
                    Files.writeString(unfinished.resolve("half"), "x");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsSweptAway(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve(".unfinished-123/item_tower"));
        Files.createDirectories(other.resolve("v1"));
        Instant now = Instant.now();
        ModelFolder.deleteUnfinished(other, now.minusSeconds(3600));
        assertThat(other.resolve(".unfinished-123"))
                .as("somebody may be writing it")
                .exists();
        ModelFolder.deleteUnfinished(other, now.plusSeconds(3600));
        assertThat(other)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
        assertThat(other.resolve("v1")).exists();
    }
}
