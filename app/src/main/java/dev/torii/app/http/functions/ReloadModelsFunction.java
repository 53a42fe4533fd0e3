package dev.torii.app.http.functions;

import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import dev.torii.engine.Engine;
import dev.torii.engine.embed.registry.ActiveModel;
import dev.torii.engine.embed.serving.TowerModel;
import dev.torii.models.people.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `POST reload_models`: activates a version, or loads again what the registry says is active. For the service
/// alone.
public final class ReloadModelsFunction implements EdgeFunction {
    private static final String ACTOR = "service, by reload_models";

    private final Engine engine;

    public ReloadModelsFunction(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "reload_models";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", this::reload);
    }

    private Answer reload(FunctionRequest request) {
        if (!(request.caller() instanceof Caller.Service)) {
            throw new Refusal(
                    ProblemKind.UNAUTHORIZED_ACCESS,
                    "Only the service may reload models.",
                    Map.of("expected", "a token with the role service_role"));
        }
        ActiveModel active = engine.activeModel();
        String previous = active.current().map(TowerModel::version).orElse(null);
        request.body().text("version").ifPresent(version -> engine.models().activate(version, ACTOR));
        active.reload();
        return new Answer(true, active.require().version(), previous);
    }

    /// @param modelVersion what answers now; the one that was active before, when the active one is damaged
    /// @param previousVersion what answered before; null when nothing did
    record Answer(
            boolean success, String modelVersion, @Nullable String previousVersion) {}
}
