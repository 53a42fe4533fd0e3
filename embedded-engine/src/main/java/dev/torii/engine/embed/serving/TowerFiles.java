package dev.torii.engine.embed.serving;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.towers.SavedTowers;
import dev.torii.engine.embed.towers.TowerWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Everything that serving needs, in one folder: both SavedModels, the feature settings, the slots of the videos.
public final class TowerFiles {
    private TowerFiles() {}

    /// Writes the folder, whole or not at all.
    ///
    /// @param folder must not exist yet
    /// @return relative path to SHA-256 of every file
    public static Map<String, String> write(TowerWeights weights, FeatureExtractor extractor, Path folder)
            throws IOException {
        return write(weights, extractor, folder, unfinished -> {});
    }

    /// The same, with further files beside those of the towers.
    ///
    /// @param companions writes them, into the folder that it is given
    public static Map<String, String> write(
            TowerWeights weights, FeatureExtractor extractor, Path folder, ModelFolder.Contents companions)
            throws IOException {
        return ModelFolder.write(folder, unfinished -> {
            SavedTowers.write(weights, unfinished);
            FeatureFiles.write(extractor, unfinished);
            companions.write(unfinished);
        });
    }
}
