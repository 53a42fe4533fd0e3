package dev.torii.app.http.operations;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/// `GET /metrics`: all figures in Prometheus's text format 0.0.4.
public final class MetricsPage {
    /// Prometheus 3 takes nothing that does not say what it is.
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    public MetricsPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    public void register(RoutesConfig routes) {
        routes.get("/metrics", this::scrape);
    }

    private void scrape(Context context) {
        context.attribute(RequestMeters.ENDPOINT, "metrics");
        context.contentType(CONTENT_TYPE).result(registry.scrape(CONTENT_TYPE).getBytes(StandardCharsets.UTF_8));
    }
}
