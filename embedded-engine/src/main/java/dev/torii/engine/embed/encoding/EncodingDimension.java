package dev.torii.engine.embed.encoding;

import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// The database holds vectors of one length.
final class EncodingDimension {
    static final int STORED = 768;

    private EncodingDimension() {}

    static void check(TowerModel towers) {
        if (towers.dimension() != STORED) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "Model %s makes vectors of %d dimensions, and the database holds %d."
                            .formatted(towers.version(), towers.dimension(), STORED),
                    "Maybe train a model with training.dimension = " + STORED + ".");
        }
    }
}
