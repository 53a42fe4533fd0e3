package dev.torii.app.http.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.torii.app.http.json.JsonAnswers;
import dev.torii.engine.Engine;
import dev.torii.models.monitoring.Alert;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ToriiException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `GET /healthz`: the process lives. `GET /readyz`: database, model and index can answer; 503 while one cannot.
/// When no towers can be loaded the linear model answers, so the status is `fallback` then, with a 200; the
/// open alerts say why.
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
        boolean answers = ready || standsIn(parts);
        if (!answers) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        json.send(
                context,
                answers ? 200 : 503,
                new Readiness(
                        ready ? "ready" : answers ? "fallback" : "not_ready",
                        parts.stream().map(Part::of).toList(),
                        alerts(parts)));
    }

    private static boolean standsIn(List<PartHealth> parts) {
        return is(parts, "database", READY) && is(parts, "model", EnumSet.of(PartState.DOWN));
    }

    private static boolean is(List<PartHealth> parts, String name, Set<PartState> states) {
        return parts.stream().anyMatch(part -> part.part().equals(name) && states.contains(part.state()));
    }

    /// None while the database does not answer.
    private List<OpenAlert> alerts(List<PartHealth> parts) {
        if (!is(parts, "database", READY)) {
            return List.of();
        }
        try {
            return engine.alerts().open().stream().map(OpenAlert::of).toList();
        } catch (ToriiException e) {
            return List.of();
        }
    }

    record Health(String status) {}

    /// @param alerts the open ones; absent when there are none
    record Readiness(
            String status,
            List<Part> parts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OpenAlert> alerts) {}

    record OpenAlert(String key, String severity, String title, String detail, String since, long count) {
        static OpenAlert of(Alert alert) {
            return new OpenAlert(
                    alert.key(),
                    alert.severity().name().toLowerCase(Locale.ROOT),
                    alert.title(),
                    alert.detail(),
                    alert.raisedAt().toString(),
                    alert.count());
        }
    }

    record Part(String part, String state, String detail) {
        static Part of(PartHealth health) {
            return new Part(health.part(), health.state().name().toLowerCase(Locale.ROOT), health.detail());
        }
    }
}
