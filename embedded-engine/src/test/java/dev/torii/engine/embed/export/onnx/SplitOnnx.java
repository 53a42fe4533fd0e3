package dev.torii.engine.embed.export.onnx;

import dev.torii.engine.embed.export.tower.TowerBlueprint;
import dev.torii.engine.embed.export.tower.TowerVariables;
import dev.torii.engine.embed.towers.SavedTowerWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes towers as if their weights were too large for one message.
public final class SplitOnnx {
    private SplitOnnx() {}

    public static void write(Path model, Path folder) throws IOException {
        for (TowerBlueprint tower : TowerBlueprint.values()) {
            try (SavedTowerWeights weights = SavedTowerWeights.open(model.resolve(tower.folder()))) {
                Path target = Files.createDirectories(folder.resolve(tower.folder()));
                OnnxModel.write(tower, new TowerVariables(weights, read -> {}), target, 100);
            }
        }
    }
}
