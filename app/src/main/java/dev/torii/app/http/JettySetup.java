package dev.torii.app.http;

import dev.torii.app.config.HttpConfig;
import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The web server's limits: what a client may send, how long it may be silent, and how long a stop waits for
/// it. Each request runs on a virtual thread.
final class JettySetup {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int PLATFORM_THREADS = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);

    private JettySetup() {}

    static void apply(JettyConfig jetty, HttpConfig http, ServerErrors errors) {
        jetty.threadPool = threads();
        jetty.modifyHttpConfiguration(JettySetup::limitRequests);
        jetty.modifyServer(server -> {
            server.setErrorHandler(errors);
            server.setStopTimeout(STOP.toMillis());
            server.setHandler(new GracefulHandler(new ContentTypeSpelling()));
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(errors));
        jetty.addConnector((server, configuration) -> connector(server, configuration, http));
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS);
        threads.setName("torii-http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("torii-request-", 1).factory()));
        return threads;
    }

    private static void limitRequests(HttpConfiguration configuration) {
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setSendServerVersion(false);
    }

    private static Connector connector(Server server, HttpConfiguration configuration, HttpConfig http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(http.host());
        connector.setPort(http.port());
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }
}
