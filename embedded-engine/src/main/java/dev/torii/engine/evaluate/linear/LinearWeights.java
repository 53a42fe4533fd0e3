package dev.torii.engine.evaluate.linear;

import java.util.LinkedHashMap;
import java.util.Map;

/// The weights of the linear model: all that it learns. A map of sixteen names and numbers is all there is to keep.
public final class LinearWeights {
    private final double[] values;

    LinearWeights(double[] values) {
        this.values = values.clone();
    }

    /// The weights of a map that [#toMap] made.
    ///
    /// @throws IllegalArgumentException when a weight is missing or no number
    public static LinearWeights of(Map<String, Double> named) {
        double[] values = new double[LinearFeature.COUNT];
        for (LinearFeature feature : LinearFeature.values()) {
            Double value = named.get(feature.wireName());
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException("the weight " + feature.wireName() + " is " + value);
            }
            values[feature.ordinal()] = value;
        }
        return new LinearWeights(values);
    }

    /// The weights by name, for example `genre`.
    public Map<String, Double> toMap() {
        Map<String, Double> named = new LinkedHashMap<>();
        for (LinearFeature feature : LinearFeature.values()) {
            named.put(feature.wireName(), values[feature.ordinal()]);
        }
        return named;
    }

    double of(int feature) {
        return values[feature];
    }
}
