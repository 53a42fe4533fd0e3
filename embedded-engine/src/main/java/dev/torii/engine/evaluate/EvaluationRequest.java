package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.Protocol;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.recommendation.Algorithm;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to evaluate on what.
///
/// @param data folder of a data set (MovieLens formats); null: the database, or the `train` and `test` files
/// @param train tab-separated user, item[, rating[, time]]; given together with `test`, protocol `folds`. Titles
/// come from `data` when that is given too
/// @param algorithms in the order of the table, each once
/// @param minRating a rating counts as liked from here
/// @param seed of the bootstrap, and of what a protocol draws
/// @param options the rest
public record EvaluationRequest(
        @Nullable Path data,
        @Nullable Path train,
        @Nullable Path test,
        Protocol protocol,
        List<Algorithm> algorithms,
        double minRating,
        long seed,
        EvaluationOptions options) {

    /// A request with the usual options.
    public EvaluationRequest(
            @Nullable Path data,
            @Nullable Path train,
            @Nullable Path test,
            Protocol protocol,
            List<Algorithm> algorithms,
            double minRating,
            long seed) {
        this(data, train, test, protocol, algorithms, minRating, seed, EvaluationOptions.DEFAULT);
    }

    /// @throws ToriiException USAGE or INVALID_VALUE when the parts do not fit together
    public EvaluationRequest {
        algorithms = List.copyOf(algorithms);
        if ((train == null) != (test == null)) {
            throw new ToriiException(
                    ErrorCode.USAGE,
                    "A training file and a test file belong together; only " + (train == null ? test : train)
                            + " was given.",
                    "Maybe add " + (train == null ? "--train" : "--test") + " FILE.");
        }
        if (train != null && protocol != Protocol.FOLDS) {
            throw new ToriiException(
                    ErrorCode.USAGE,
                    "A training file and a test file are a split of their own; the protocol " + protocol.wireName()
                            + " would split them again.",
                    "Maybe add --protocol folds.");
        }
        if (algorithms.isEmpty() || algorithms.stream().distinct().count() < algorithms.size()) {
            throw new ToriiException(
                    ErrorCode.USAGE,
                    "Algorithms must be named, each once; got " + algorithms + ".",
                    "Maybe --algorithms popular,item_knn,ease,ials,two_tower.");
        }
        if (options.validation() && protocol != Protocol.TEMPORAL) {
            throw new ToriiException(
                    ErrorCode.USAGE,
                    "The protocol " + protocol.wireName() + " has no validation part.",
                    "Maybe --protocol temporal, or leave the part out.");
        }
        for (EvaluationOptions.Pair pair : options.pairs()) {
            for (Algorithm named : List.of(pair.algorithm(), pair.baseline())) {
                if (named != Algorithm.LINEAR && !algorithms.contains(named)) {
                    throw new ToriiException(
                            ErrorCode.USAGE,
                            named.wireName() + " shall be compared and is not among the algorithms.",
                            "Maybe add it to --algorithms.");
                }
            }
            if (pair.algorithm() == pair.baseline()) {
                throw new ToriiException(
                        ErrorCode.USAGE,
                        pair.algorithm().wireName() + " would be compared with itself.",
                        "Maybe --compare two_tower,ease.");
            }
        }
        if (!Double.isFinite(minRating)) {
            throw new ToriiException(
                    ErrorCode.INVALID_VALUE,
                    "The rating from which a video counts as liked is " + minRating + ".",
                    "Maybe 4 on a scale to 5.");
        }
    }
}
