package dev.torii.engine.embed.export.place;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.ByteString;

/// Supabase Storage over loopback: keeps what is uploaded, and fails where it is told to.
public final class StorageServer implements AutoCloseable {
    public static final String KEY = "service-key-of-a-test";

    private static final String OBJECTS = "/storage/v1/object/";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, ByteString> objects = new ConcurrentSkipListMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final List<String> hooks = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();

    private record Failure(Predicate<String> path, MockResponse answer) {}

    public StorageServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    public URI url() {
        return server.url("/").uri();
    }

    public URI hookUrl() {
        return server.url("/functions/v1/reload_models").uri();
    }

    /// The next request whose path fulfils `path` gets this answer.
    public void failOnce(Predicate<String> path, MockResponse answer) {
        failures.add(new Failure(path, answer));
    }

    public void failAlways(Predicate<String> path, MockResponse answer) {
        for (int i = 0; i < 100; i++) {
            failOnce(path, answer);
        }
    }

    public void recover() {
        failures.clear();
    }

    /// Bucket and path to content.
    public Map<String, ByteString> objects() {
        return new TreeMap<>(objects);
    }

    /// The content of an object that must be there.
    public ByteString object(String name) {
        return Objects.requireNonNull(objects.get(name), name);
    }

    /// The paths that were stored, in this order.
    public List<String> order() {
        return new ArrayList<>(order);
    }

    /// Token and body of each call of the hook.
    public List<String> hooks() {
        return List.copyOf(hooks);
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        for (Failure failure : failures) {
            if (failure.path().test(path) && failures.remove(failure)) {
                return failure.answer();
            }
        }
        String authorization = String.valueOf(request.getHeaders().get("Authorization"));
        if (path.equals("/functions/v1/reload_models")) {
            hooks.add(authorization + " " + body(request).utf8());
            return new MockResponse.Builder().body("{\"success\":true}").build();
        }
        if (!path.startsWith(OBJECTS) || !authorization.equals("Bearer " + KEY)) {
            return error(403, "Unauthorized");
        }
        String name = path.substring(OBJECTS.length());
        return request.getMethod().equals("GET") ? stored(name) : store(name, request);
    }

    private MockResponse store(String name, RecordedRequest request) {
        if (!"true".equals(request.getHeaders().get("x-upsert")) && objects.containsKey(name)) {
            return error(409, "Duplicate");
        }
        objects.put(name, body(request));
        order.add(name);
        return new MockResponse.Builder().body("{\"Key\":\"" + name + "\"}").build();
    }

    private MockResponse stored(String name) {
        ByteString content = objects.get(name);
        return content == null
                ? error(404, "not_found")
                : new MockResponse.Builder().body(new Buffer().write(content)).build();
    }

    private static ByteString body(RecordedRequest request) {
        ByteString body = request.getBody();
        return body == null ? ByteString.EMPTY : body;
    }

    /// Storage tells the true status in the body.
    public static MockResponse error(int status, String name) {
        return new MockResponse.Builder()
                .code(400)
                .body("{\"statusCode\":\"" + status + "\",\"error\":\"" + name + "\",\"message\":\"" + name + "\"}")
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
