package dev.torii.models.evaluate;

import java.time.Duration;
import java.util.Map;

/// What one algorithm reached.
///
/// @param metrics in the order of the table: `ndcg@10`, `recall@10`, `hit_rate@10`, ... `coverage@10`
/// @param users how many users were ranked for, all folds together
public record AlgorithmResult(
        String algorithm, Map<String, MetricEstimate> metrics, long users, Duration fitTime, Duration rankTime) {}
