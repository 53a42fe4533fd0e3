package dev.torii.models.evaluate;

/// A metric with its 95 % confidence interval (bootstrap over users). A metric that belongs to all lists together
/// and not to users (coverage, Gini) has no interval: `low` = `high` = `value`.
public record MetricEstimate(double value, double low, double high) {
    /// A value without an interval.
    public static MetricEstimate exact(double value) {
        return new MetricEstimate(value, value, value);
    }

    public boolean hasInterval() {
        return low < high;
    }
}
