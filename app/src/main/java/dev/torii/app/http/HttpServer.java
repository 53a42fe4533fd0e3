package dev.torii.app.http;

import dev.torii.app.config.HttpConfig;
import dev.torii.app.config.ToriiConfig;
import dev.torii.app.http.auth.TokenVerifier;
import dev.torii.app.http.functions.EdgeFunction;
import dev.torii.app.http.functions.LikesFunction;
import dev.torii.app.http.functions.RecommendationsFunction;
import dev.torii.app.http.functions.ReloadModelsFunction;
import dev.torii.app.http.functions.UserEmbeddingFunction;
import dev.torii.app.http.json.JsonAnswers;
import dev.torii.app.http.operations.EngineMeters;
import dev.torii.app.http.operations.HealthPages;
import dev.torii.app.http.operations.MetricsPage;
import dev.torii.app.http.operations.ProcessMeters;
import dev.torii.app.http.operations.RequestMeters;
import dev.torii.app.http.problem.ErrorMapper;
import dev.torii.app.http.reading.BodyReader;
import dev.torii.engine.Engine;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;

/// The headless server: the functions that products call, and the pages for those who run it, over one
/// engine. The engine stays open when the server closes.
public final class HttpServer implements AutoCloseable {
    private static final int MOST_AT_ONCE = 256;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /// Starts to listen; returns when the port is open.
    ///
    /// @throws ToriiException CONFIGURATION for a secret that is too short, CONFLICT when the port is taken
    public static HttpServer start(Engine engine, ToriiConfig config) {
        TokenVerifier tokens = TokenVerifier.of(config.auth(), config.home(), Clock.systemUTC());
        Javalin javalin = Javalin.create(settings -> configure(settings, engine, config.http(), tokens));
        try {
            return new HttpServer(javalin.start());
        } catch (JavalinException e) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The server cannot listen on " + config.http().host() + ":"
                            + config.http().port() + ".",
                    "Maybe another program listens there: choose another --port, or 0 for any free one. Maybe the host is"
                            + " none of this machine.",
                    e);
        }
    }

    /// The port that it listens on.
    public int port() {
        return javalin.port();
    }

    /// Lets the running requests end (for at most ten seconds), then stops.
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig settings, Engine engine, HttpConfig http, TokenVerifier tokens) {
        JsonAnswers json = new JsonAnswers();
        CorsPolicy cors = new CorsPolicy(http.corsOrigins());
        ErrorMapper errors = new ErrorMapper(json, Clock.systemUTC());
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ProcessMeters.register(registry);
        EngineMeters.register(registry, engine);

        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
        settings.http.prefer405over404 = true;
        settings.requestLogger.http(new RequestMeters(registry)::record);
        JettySetup.apply(settings.jetty, http, new ServerErrors(errors, cors));

        RoutesConfig routes = settings.routes;
        errors.register(routes);
        settings.router.javaLangErrorHandler(errors::answer);
        routes.before(HttpServer::name);
        routes.before(FunctionRoute.PREFIX + "*", context -> decorate(context, cors));
        FunctionRoute functions = new FunctionRoute(
                new Gateway(tokens),
                new BodyReader(http.maxBodyBytes()),
                new ConcurrencyLimit(MOST_AT_ONCE, engine.servingLoad()),
                json);
        functions(engine).forEach(function -> functions.register(routes, function));
        new HealthPages(engine, json).register(routes);
        new MetricsPage(registry).register(routes);
    }

    private static List<EdgeFunction> functions(Engine engine) {
        return List.of(
                new RecommendationsFunction(engine),
                new LikesFunction(engine),
                new UserEmbeddingFunction(engine),
                new ReloadModelsFunction(engine));
    }

    private static void name(Context context) {
        String id = RequestIds.of(context.header(RequestIds.HEADER));
        context.attribute(ErrorMapper.REQUEST_ID, id);
        context.header(RequestIds.HEADER, id);
        context.header("X-Content-Type-Options", "nosniff");
    }

    private static void decorate(Context context, CorsPolicy cors) {
        cors.headers(context.header("origin")).forEach(context::header);
        context.header("Cache-Control", "no-store");
        if (context.method().equals(HandlerType.OPTIONS)) {
            // A browser asks beforehand whether the page may call; it sends no token with that.
            context.attribute(RequestMeters.ENDPOINT, RequestMeters.PREFLIGHT);
            context.status(204).skipRemainingHandlers();
        }
    }
}
