package dev.torii.engine.embed.encoding;

import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;

/// The database holds vectors of one length.
final class EncodingDimension {
    static final int STORED = 768;

    private EncodingDimension() {}

    static void check(TowerModel towers) {
        check("Model " + towers.version(), towers.dimension());
    }

    /// @param what makes the vectors, the beginning of a sentence
    /// @throws ToriiException CONFLICT
    static void check(String what, int dimension) {
        if (dimension != STORED) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "%s makes vectors of %d dimensions, and the database holds %d.".formatted(what, dimension, STORED),
                    "Maybe train a model with training.dimension = " + STORED + ".");
        }
    }
}
