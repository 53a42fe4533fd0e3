package dev.torii.models.evaluate;

/// A metric with its 95 % confidence interval (bootstrap over users).
public record MetricEstimate(double value, double low, double high) {}
