package dev.torii.engine.embed.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFitting;
import dev.torii.engine.embed.features.UserNumbers;
import dev.torii.engine.embed.towers.NativeLibraries;
import dev.torii.engine.embed.towers.TowerShape;
import dev.torii.engine.embed.towers.TowerWeights;
import dev.torii.engine.embed.training.Tastes;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills while a model is saved. `/dev/full` is one that always is.
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path models;

    @BeforeAll
    static void load() {
        NativeLibraries.load();
    }

    private static FeatureExtractor extractor() {
        return FeatureFitting.fit(Tastes.videos(), Tastes.set(20, 1).itemCounts(), Instant.EPOCH, 10, 0, 100, 4);
    }

    private static TowerWeights weights(FeatureExtractor extractor) {
        int buckets = extractor.settings().contentBuckets();
        TowerShape shape = new TowerShape(
                8, 4, 4, extractor.slots().rows(), buckets, FeatureExtractor.NUMERIC_WIDTH, UserNumbers.WIDTH);
        Map<String, float[]> dense = new HashMap<>();
        shape.denseParameters().forEach(parameter -> dense.put(parameter.name(), new float[parameter.size()]));
        float[] ids = new float[shape.idRows() * shape.dimension()];
        return new TowerWeights(shape, ids, ids, new float[buckets * 4], dense);
    }

    @Test
    void isSaidAndNothingIsLeft() throws IOException {
        assumeThat(FULL).exists();
        FeatureExtractor extractor = extractor();
        Files.createDirectory(models.resolve("v0"));
        assertThatThrownBy(() -> TowerFiles.write(weights(extractor), extractor, models.resolve("v1"), unfinished -> {
                    assertThat(unfinished.resolve("features.json")).exists();
                    Files.write(FULL, new byte[1]);
                }))
                .isInstanceOfSatisfying(ToriiException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.HOME_UNUSABLE);
                    assertThat(e).hasMessageContaining("v1").hasMessageContaining("No space left on device");
                    assertThat(e.advice()).startsWith("Maybe the disk is full");
                });
        try (var left = Files.list(models)) {
            assertThat(left).containsExactly(models.resolve("v0"));
        }
    }
}
