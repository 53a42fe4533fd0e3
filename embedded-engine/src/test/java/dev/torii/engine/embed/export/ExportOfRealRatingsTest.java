package dev.torii.engine.embed.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.EngineConfig.TrainingConfig;
import dev.torii.engine.embed.export.feature.GoldenExamples;
import dev.torii.engine.embed.export.onnx.OnnxModel;
import dev.torii.engine.embed.export.tfjs.LayersModel;
import dev.torii.engine.embed.export.tower.TowerBlueprint;
import dev.torii.engine.embed.export.tower.TowerVariables;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.engine.embed.serving.TowerFiles;
import dev.torii.engine.embed.towers.NativeLibraries;
import dev.torii.engine.embed.towers.SavedTowerWeights;
import dev.torii.engine.embed.training.RealRatings;
import dev.torii.engine.embed.training.TowerTrainer;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.embed.training.TrainingSettings;
import dev.torii.engine.embed.training.TrainingSettingsReader;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both portable formats on the features of real films and people.
class ExportOfRealRatingsTest {
    private static final int VIDEOS = 300;
    private static final int USERS = 100;

    @Test
    void exportedTowersGiveTheServedVectors(@TempDir Path folder) throws Exception {
        InteractionSet data = RealRatings.movieLens();
        NativeLibraries.load();
        TrainingSettings settings = TrainingSettingsReader.read(
                TrainingConfig.DEFAULT, Map.of("epochs", "1", "batchSize", "1024", "historyLimit", "200"));
        Path model = folder.resolve("model");
        try (TrainedTowers towers = new TowerTrainer(settings).train(data, "train.epoch", JobContext.unwatched())) {
            Map<String, String> files = TowerFiles.write(towers.weights(), towers.extractor(), model);
            try (ServedTowers served = ServedTowers.load("real", settings.dimension(), model, files)) {
                Files.writeString(
                        folder.resolve("examples.json"),
                        new ObjectMapper()
                                .writeValueAsString(GoldenExamples.of(
                                        served,
                                        FeatureFiles.read(model),
                                        data.videos().subList(0, VIDEOS),
                                        SampleModel.histories(data).subList(0, USERS))));
            }
        }
        AtomicLong read = new AtomicLong();
        for (TowerBlueprint tower : TowerBlueprint.values()) {
            try (SavedTowerWeights weights = SavedTowerWeights.open(model.resolve(tower.folder()))) {
                TowerVariables variables = new TowerVariables(weights, read::addAndGet);
                Path onnx = Files.createDirectories(folder.resolve("onnx").resolve(tower.folder()));
                OnnxModel.write(tower, variables, onnx);
                Path layers = Files.createDirectories(folder.resolve("tfjs").resolve(tower.folder()));
                LayersModel.write(tower, variables, layers);
                assertThat(Files.size(onnx.resolve(OnnxModel.FILE))).isGreaterThan(variables.bytes());
            }
        }
        assertThat(read.get()).isPositive();
        Path examples = folder.resolve("examples.json");
        assertThat(ChildProcess.java(OnnxTowers.class, folder.resolve("onnx"), examples)
                        .number())
                .isLessThan(GoldenExamples.TOLERANCE);
        assertThat(NodeProgram.install().largestDifference("towers.mjs", folder.resolve("tfjs"), examples))
                .isLessThan(GoldenExamples.TOLERANCE);
    }
}
