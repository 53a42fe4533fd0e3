package dev.torii.app.http.problem;

import dev.torii.app.http.json.JsonAnswers;
import dev.torii.models.problem.ToriiException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Maps everything that can go wrong in a request to an error answer, and logs it once with the request's id.
/// The log names the kind of problem, never what the caller sent; the answer never holds a stack trace.
public final class ErrorMapper {
    /// The request's attribute that holds its id.
    public static final String REQUEST_ID = "torii.request.id";

    /// The header that carries the id, in requests and answers.
    public static final String REQUEST_ID_HEADER = "x-request-id";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
    private static final String RETRY_SECONDS = "5";

    private final JsonAnswers json;
    private final Clock clock;

    public ErrorMapper(JsonAnswers json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.exception(Refusal.class, this::refused);
        routes.exception(GatewayAnswer.Refused.class, this::gatewayRefused);
        routes.exception(ToriiException.class, this::failed);
        routes.exception(HttpResponseException.class, this::notRouted);
        routes.exception(IOException.class, this::brokeOff);
        routes.exception(Exception.class, this::unforeseen);
    }

    /// Answers after an error of the virtual machine (natives that cannot be loaded, memory that ran out).
    public void answer(HttpServletResponse response, Error error) {
        String header = response.getHeader(REQUEST_ID_HEADER);
        String id = header == null ? "" : header;
        LOG.error("request {} failed", id, error);
        ProblemKind kind = ProblemKind.INTERNAL_ERROR;
        response.setStatus(kind.status());
        response.setContentType(JsonAnswers.CONTENT_TYPE);
        try {
            response.getOutputStream().write(body(kind, sentence(kind), id));
        } catch (IOException e) {
            LOG.info("request {} broke off: {}", id, e.getClass().getSimpleName());
        }
    }

    /// The body of an error answer, for places that are not reached by exceptions.
    public byte[] body(ProblemKind kind, String message, String requestId) {
        return json.bytes(answer(kind, message, Map.of(), requestId));
    }

    private void refused(Refusal refusal, Context context) {
        LOG.info(
                "request {} refused: {} {}",
                id(context),
                refusal.kind(),
                refusal.details().getOrDefault("field", ""));
        refusal.headers().forEach(context::header);
        send(context, refusal.kind(), refusal.reason(), refusal.details());
    }

    private void gatewayRefused(GatewayAnswer.Refused refused, Context context) {
        LOG.info("request {} not admitted: {}", id(context), refused.reason());
        context.header("WWW-Authenticate", "Bearer");
        json.send(context, GatewayAnswer.STATUS, refused.answer().body());
    }

    private void failed(ToriiException failure, Context context) {
        ProblemKind kind = ProblemKind.of(failure.code());
        boolean ours = kind.status() >= 500 && kind != ProblemKind.NO_MODEL;
        if (ours) {
            LOG.error("request {} failed: {}", id(context), failure.code(), failure);
            send(context, kind, sentence(kind), Map.of());
            return;
        }
        LOG.info("request {} refused: {}", id(context), failure.code());
        Map<String, Object> details = new LinkedHashMap<>(failure.values());
        if (!failure.advice().isEmpty()) {
            details.put("advice", failure.advice());
        }
        send(context, kind, failure.getMessage(), details);
    }

    /// What the caller learns of a failure of ours: neither addresses nor folders of this machine.
    private static String sentence(ProblemKind kind) {
        return kind == ProblemKind.SERVICE_UNAVAILABLE
                ? "A part of the server cannot be reached now; try again in a moment."
                : "The server failed.";
    }

    private void notRouted(HttpResponseException refusal, Context context) {
        ProblemKind kind = ProblemKind.ofStatus(refusal.getStatus());
        LOG.info("request {} not routed: {}", id(context), kind);
        send(context, kind, routing(kind), Map.of());
    }

    private static String routing(ProblemKind kind) {
        return switch (kind) {
            case RESOURCE_NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This method is not known at this path.";
            default -> "The request cannot be read.";
        };
    }

    /// The connection broke or fell silent while the body was read; mostly there is nobody left to read the answer.
    private void brokeOff(IOException failure, Context context) {
        LOG.info("request {} broke off: {}", id(context), failure.getClass().getSimpleName());
        send(context, ProblemKind.BAD_REQUEST, "The body did not arrive.", Map.of());
    }

    private void unforeseen(Exception failure, Context context) {
        LOG.error("request {} failed", id(context), failure);
        send(context, ProblemKind.INTERNAL_ERROR, sentence(ProblemKind.INTERNAL_ERROR), Map.of());
    }

    private void send(Context context, ProblemKind kind, String message, Map<String, Object> details) {
        if (kind.status() == ProblemKind.SERVICE_UNAVAILABLE.status()) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        json.send(context, kind.status(), answer(kind, message, details, id(context)));
    }

    private ErrorAnswer answer(ProblemKind kind, String message, Map<String, Object> details, String requestId) {
        String timestamp = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        return ErrorAnswer.of(kind, message, details, timestamp, requestId);
    }

    private static String id(Context context) {
        String id = context.attribute(REQUEST_ID);
        return id == null ? "" : id;
    }
}
