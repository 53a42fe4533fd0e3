package dev.torii.app.http;

import dev.torii.app.http.json.JsonAnswers;
import dev.torii.app.http.problem.ErrorMapper;
import dev.torii.app.http.problem.ProblemKind;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers what the web server itself refuses before any route is reached (headers too long, a path that is none, a
/// stop under way) in the shape of all other errors.
final class ServerErrors extends ErrorHandler {
    private static final String RETRY_SECONDS = "5";

    private final ErrorMapper errors;
    private final CorsPolicy cors;

    ServerErrors(ErrorMapper errors, CorsPolicy cors) {
        this.errors = errors;
        this.cors = cors;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ProblemKind kind = ProblemKind.ofStatus(status);
        String id = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        response.setStatus(kind.status());
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JsonAnswers.CONTENT_TYPE);
        cors.headers(request.getHeaders().get(HttpHeader.ORIGIN)).forEach(response.getHeaders()::put);
        if (kind == ProblemKind.SERVICE_UNAVAILABLE) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(errors.body(kind, sentence(kind), id)), callback);
    }

    private static String sentence(ProblemKind kind) {
        return switch (kind) {
            case HEADERS_TOO_LARGE -> "The headers are too long.";
            case URI_TOO_LONG -> "The address is too long.";
            case SERVICE_UNAVAILABLE -> "The server is stopping.";
            case INTERNAL_ERROR -> "The server failed.";
            default -> "The request cannot be read.";
        };
    }
}
