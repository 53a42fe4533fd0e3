package dev.torii.models.evaluate;

import java.util.Map;

/// What one algorithm reached on a segment.
public record SegmentScore(String algorithm, Map<String, MetricEstimate> metrics) {}
