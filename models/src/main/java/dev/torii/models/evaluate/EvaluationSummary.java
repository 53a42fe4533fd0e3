package dev.torii.models.evaluate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A kept evaluation in a line.
///
/// @param best the algorithm with the highest nDCG@10; null when the report cannot be read
/// @param ndcg what it reached
/// @param problem why the report cannot be read; null when it can
public record EvaluationSummary(
        String id,
        @Nullable Instant createdAt,
        @Nullable Protocol protocol,
        @Nullable String data,
        @Nullable String best,
        double ndcg,
        @Nullable String problem) {}
