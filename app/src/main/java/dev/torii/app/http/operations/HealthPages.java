package dev.torii.app.http.operations;

import dev.torii.app.http.json.JsonAnswers;
import dev.torii.engine.Engine;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `GET /healthz`: the process lives. `GET /readyz`: database, model and index can answer; 503 while one cannot.
public final class HealthPages {
    private static final Set<PartState> READY = EnumSet.of(PartState.UP, PartState.DEGRADED);
    private static final String RETRY_SECONDS = "5";

    private final Engine engine;
    private final JsonAnswers json;

    public HealthPages(Engine engine, JsonAnswers json) {
        this.engine = engine;
        this.json = json;
    }

    public void register(RoutesConfig routes) {
        routes.get("/healthz", this::health);
        routes.get("/readyz", this::readiness);
    }

    private void health(Context context) {
        context.attribute(RequestMeters.ENDPOINT, "healthz");
        json.send(context, 200, new Health("up"));
    }

    private void readiness(Context context) {
        context.attribute(RequestMeters.ENDPOINT, "readyz");
        List<PartHealth> parts = engine.health().parts();
        boolean ready = parts.stream().allMatch(part -> READY.contains(part.state()));
        if (!ready) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        json.send(
                context,
                ready ? 200 : 503,
                new Readiness(
                        ready ? "ready" : "not_ready",
                        parts.stream().map(Part::of).toList()));
    }

    record Health(String status) {}

    record Readiness(String status, List<Part> parts) {}

    record Part(String part, String state, String detail) {
        static Part of(PartHealth health) {
            return new Part(health.part(), health.state().name().toLowerCase(Locale.ROOT), health.detail());
        }
    }
}
