package dev.torii.app.http.functions;

import dev.torii.app.http.reading.Invalid;
import dev.torii.engine.Engine;
import dev.torii.engine.people.DecisionAction;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// `user-management/likes`: POST decides about a video, DELETE takes a like back, GET pages through the likes.
public final class LikesFunction implements EdgeFunction {
    private static final int MOST = 100;
    private static final int DEFAULT_LIMIT = 20;
    private static final String NEWEST = "newest";

    private final Engine engine;

    public LikesFunction(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String name() {
        return "user-management/likes";
    }

    @Override
    public Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("GET", this::page);
        operations.put("POST", request -> decide(request, action(request)));
        operations.put("DELETE", request -> decide(request, DecisionAction.UNLIKE));
        return operations;
    }

    private DecisionAnswer decide(FunctionRequest request, DecisionAction action) {
        UUID user = request.subject(request.body().uuid("user_id"));
        UUID video =
                request.body().uuid("video_id").orElseThrow(() -> Invalid.missing("video_id", "the UUID of a video"));
        Instant at = engine.likes().decide(request.caller(), user, video, action);
        return DecisionAnswer.of(video, action, at);
    }

    private LikesAnswer page(FunctionRequest request) {
        UUID user = request.subject(request.query().uuid("user_id"));
        int limit = request.query().integer("limit", 1, MOST, DEFAULT_LIMIT);
        int offset = request.query().integer("offset", 0, Integer.MAX_VALUE, 0);
        boolean newestFirst = request.query()
                .choice("sort", List.of(NEWEST, "oldest"), NEWEST)
                .equals(NEWEST);
        return LikesAnswer.of(engine.likes().likes(request.caller(), user, limit, offset, newestFirst), limit, offset);
    }

    /// A POST without an action is a like, as in the function that this one replaces.
    private static DecisionAction action(FunctionRequest request) {
        return request.body()
                .text("action")
                .map(name -> Arrays.stream(DecisionAction.values())
                        .filter(action -> action.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> Invalid.value("action", '"' + name + '"', "one of like, unlike, skip, unskip")))
                .orElse(DecisionAction.LIKE);
    }
}
