package dev.torii.app.http;

import dev.torii.app.http.functions.EdgeFunction;
import dev.torii.app.http.functions.FunctionRequest;
import dev.torii.app.http.json.JsonAnswers;
import dev.torii.app.http.operations.RequestMeters;
import dev.torii.app.http.problem.ErrorMapper;
import dev.torii.app.http.problem.ProblemKind;
import dev.torii.app.http.problem.Refusal;
import dev.torii.app.http.reading.BodyReader;
import dev.torii.app.http.reading.QueryFields;
import dev.torii.models.people.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// The way of a request to its function: token first, then the method, then the body, then the work.
final class FunctionRoute {
    static final String PREFIX = "/functions/v1/";

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE);

    private final Gateway gateway;
    private final BodyReader bodies;
    private final ConcurrencyLimit limit;
    private final JsonAnswers json;

    FunctionRoute(Gateway gateway, BodyReader bodies, ConcurrencyLimit limit, JsonAnswers json) {
        this.gateway = gateway;
        this.bodies = bodies;
        this.limit = limit;
        this.json = json;
    }

    void register(RoutesConfig routes, EdgeFunction function) {
        for (HandlerType method : METHODS) {
            routes.addHttpHandler(method, PREFIX + function.name(), context -> handle(function, context));
        }
    }

    private void handle(EdgeFunction function, Context context) throws Exception {
        context.attribute(RequestMeters.ENDPOINT, function.name());
        Caller caller = gateway.admit(context.header("authorization"));
        EdgeFunction.Operation operation =
                function.operations().get(context.method().name());
        if (operation == null) {
            throw methodNotAllowed(function.operations());
        }
        Object answer = limit.run(() -> operation.answer(request(caller, context)));
        json.send(context, 200, answer);
    }

    private FunctionRequest request(Caller caller, Context context) throws Exception {
        String id = Objects.requireNonNull(context.attribute(ErrorMapper.REQUEST_ID));
        return new FunctionRequest(
                caller,
                id,
                bodies.read(
                        context.req().getInputStream(), context.req().getContentLengthLong(), context.contentType()),
                new QueryFields(context.queryParamMap()));
    }

    private static Refusal methodNotAllowed(Map<String, EdgeFunction.Operation> operations) {
        String allowed = String.join(", ", new TreeSet<>(operations.keySet()));
        return new Refusal(
                ProblemKind.METHOD_NOT_ALLOWED,
                "This function answers " + allowed + " only.",
                Map.of("expected", allowed),
                Map.of("Allow", allowed));
    }
}
