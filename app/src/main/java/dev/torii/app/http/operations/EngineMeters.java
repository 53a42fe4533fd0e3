package dev.torii.app.http.operations;

import dev.torii.engine.Engine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// The engine's figures. One that cannot be had now is NaN: a scrape never fails because the database does.
public final class EngineMeters {
    private static final String ACCURACY = "ndcg@10";

    private EngineMeters() {}

    public static void register(MeterRegistry registry, Engine engine) {
        Gauge.builder("adult_matching.db.connections", engine, Engine::databaseConnections)
                .description("Connections to the database that are at work")
                .register(registry);
        Gauge.builder("adult_matching.ml.model.accuracy", engine, EngineMeters::accuracy)
                .description("nDCG@10 of the active model on the positives that its training held out")
                .register(registry);
    }

    private static double accuracy(Engine engine) {
        try {
            return engine.models()
                    .active()
                    .map(model -> model.metrics().getOrDefault(ACCURACY, Double.NaN))
                    .orElse(Double.NaN);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
