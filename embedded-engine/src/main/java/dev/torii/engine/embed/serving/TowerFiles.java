package dev.torii.engine.embed.serving;

import dev.torii.engine.embed.features.FeatureExtractor;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.towers.SavedTowers;
import dev.torii.engine.embed.towers.TowerWeights;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.exceptions.TensorFlowException;

/// Everything that serving needs, in one folder: both SavedModels, the feature settings, the slots of the videos.
public final class TowerFiles {
    /// The folder of the recommenders beside the towers. The towers answer without it; who reads it verifies it.
    public static final String COMPANIONS = "companions";

    private TowerFiles() {}

    /// The files of the towers alone.
    ///
    /// @param files relative path to checksum of every file of a version
    public static Map<String, String> towersOf(Map<String, String> files) {
        return part(files, false);
    }

    /// The files of the companions alone, by their path in the folder of the version; none when it has none.
    public static Map<String, String> companionsOf(Map<String, String> files) {
        return part(files, true);
    }

    private static Map<String, String> part(Map<String, String> files, boolean companions) {
        Map<String, String> part = new TreeMap<>(files);
        part.keySet().removeIf(file -> file.startsWith(COMPANIONS + "/") != companions);
        return part;
    }

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
    /// @throws ToriiException HOME_UNUSABLE when the disk is full or cannot be written; nothing is left then
    public static Map<String, String> write(
            TowerWeights weights, FeatureExtractor extractor, Path folder, ModelFolder.Contents companions)
            throws IOException {
        try {
            return ModelFolder.write(folder, unfinished -> {
                SavedTowers.write(weights, unfinished);
                FeatureFiles.write(extractor, unfinished);
                companions.write(unfinished);
            });
        } catch (IOException | TensorFlowException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The model could not be saved as " + folder + ": " + e.getMessage()
                            + ". What was written of it is deleted again.",
                    "Maybe the disk is full or read-only: a model needs about twice its size while it is saved.",
                    e);
        }
    }
}
