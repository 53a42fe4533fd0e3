package dev.torii.app.http.functions;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.encoding.UserVector;
import java.util.Map;
import java.util.UUID;

/// `POST user_embedding_v2`: computes and stores the user's vector from the history as it is now.
public final class UserEmbeddingFunction implements EdgeFunction {
    private final Engine engine;

    public UserEmbeddingFunction(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "user_embedding_v2";
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", this::refresh);
    }

    private Answer refresh(FunctionRequest request) {
        UUID user = request.subject(request.body().uuid("user_id"));
        UserVector vector = engine.encoding().refreshUser(request.caller(), user);
        return new Answer(true, vector.vector().length, vector.modelVersion(), !vector.computed());
    }

    /// @param fallback true when there is no history to compute a vector from
    record Answer(boolean success, int embeddingDim, String modelVersion, boolean fallback) {}
}
