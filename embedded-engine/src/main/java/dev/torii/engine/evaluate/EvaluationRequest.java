package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.Protocol;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to evaluate on what.
///
/// @param data folder of a data set (MovieLens formats); null: the database, or the `train` and `test` files
/// @param train tab-separated user, item[, rating[, time]]; given together with `test`, protocol `folds`
/// @param minRating a rating counts as liked from here
public record EvaluationRequest(
        @Nullable Path data,
        @Nullable Path train,
        @Nullable Path test,
        Protocol protocol,
        List<Algorithm> algorithms,
        double minRating,
        long seed) {

    public EvaluationRequest {
        algorithms = List.copyOf(algorithms);
    }
}
