package dev.torii.app.http.operations;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// Counts and times requests under the names that the existing dashboards know.
public final class RequestMeters {
    /// The request's attribute that holds its endpoint's name; without it the request is counted as `unknown`, so
    /// that made-up paths make no new time series.
    public static final String ENDPOINT = "torii.endpoint";

    /// The endpoint of the question that browsers ask beforehand.
    public static final String PREFLIGHT = "preflight";

    private static final double[] BOUNDS_MS = {5, 10, 25, 50, 100, 150, 200, 300, 500, 1000, 2500, 5000, 10_000};
    private static final Duration[] BOUNDS = bounds();

    private final MeterRegistry registry;

    public RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Notes a request that was answered.
    public void record(Context context, float millis) {
        String endpoint = context.attribute(ENDPOINT);
        String name = endpoint == null ? "unknown" : endpoint;
        String status = Integer.toString(context.statusCode());
        String method = context.method().isHttpMethod() ? context.method().name() : "OTHER";
        Counter.builder("adult_matching.requests")
                .description("Requests answered")
                .tags("endpoint", name, "method", method, "status", status)
                .register(registry)
                .increment();
        Timer.builder("adult_matching.request.duration")
                .description("Time to answer a request")
                .tags("endpoint", name)
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(Duration.ofNanos((long) (millis * 1e6)));
        if (context.path().startsWith("/functions/v1/") && endpoint != null && !endpoint.equals(PREFLIGHT)) {
            recordFunction(endpoint, context.statusCode(), millis);
        }
    }

    private void recordFunction(String function, int status, float millis) {
        Counter.builder("adult_matching.edge.requests")
                .description("Calls of functions")
                .tags("function", function)
                .register(registry)
                .increment();
        if (status >= 400) {
            Counter.builder("adult_matching.edge.errors")
                    .description("Calls of functions that were answered with an error")
                    .tags("function", function, "status", Integer.toString(status))
                    .register(registry)
                    .increment();
        }
        DistributionSummary.builder("adult_matching.edge." + function.replaceAll("[^a-z0-9]+", "_") + ".duration")
                .description("Time to answer a call of this function")
                .baseUnit("ms")
                .serviceLevelObjectives(BOUNDS_MS)
                .register(registry)
                .record(millis);
    }

    private static Duration[] bounds() {
        Duration[] bounds = new Duration[BOUNDS_MS.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Duration.ofMillis((long) BOUNDS_MS[i]);
        }
        return bounds;
    }
}
