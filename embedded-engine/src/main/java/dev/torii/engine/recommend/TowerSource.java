package dev.torii.engine.recommend;

import dev.torii.engine.embed.serving.TowerModel;
import java.util.Optional;

/// Gives the towers of a model version: users must be encoded by the towers that encoded the videos.
@FunctionalInterface
public interface TowerSource {
    /// @throws dev.torii.models.problem.ToriiException MODEL_DAMAGED, NOT_FOUND
    TowerModel towers(String modelVersion);

    /// Why no towers can be loaded although a model is active; empty when they can.
    default Optional<String> fault() {
        return Optional.empty();
    }
}
