package dev.torii.engine.embed.export.place;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.embed.export.place.WebCalls.Answer;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// A folder in a bucket of Supabase Storage, over its REST interface.
///
/// No upload is atomic over several files: what tells readers that an export is whole is its last file.
public final class BucketTarget implements ExportTarget {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MediaType BINARY = MediaType.get("application/octet-stream");
    private static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    /// Versions never change.
    private static final String CACHE_LONG = "max-age=31536000";
    private static final String CACHE_NEVER = "no-cache";

    private final BucketAddress bucket;
    private final HttpUrl storage;
    private final String key;
    private final Path workspace;
    private final WebCalls web;

    /// @param storage address of the project, or of its Storage (`.../storage/v1`)
    /// @param key service key
    /// @param workspace folder in which files wait for their upload
    public BucketTarget(BucketAddress bucket, HttpUrl storage, String key, Path workspace, Patience patience) {
        this.bucket = bucket;
        this.storage = storage.encodedPath().contains("/storage/v1")
                ? storage
                : Objects.requireNonNull(storage.resolve(storage.encodedPath().replaceAll("/*$", "") + "/storage/v1"));
        this.key = key;
        this.workspace = workspace;
        this.web = new WebCalls(patience);
    }

    @Override
    public String describe(String path) {
        return bucket.describe(path);
    }

    @Override
    public Optional<byte[]> read(String path, JobContext context) {
        Request request =
                request(path).header("Cache-Control", CACHE_NEVER).get().build();
        Answer answer = web.call(request, "reading " + describe(path), context.cancellation());
        if (answer.isSuccess()) {
            return Optional.of(answer.body());
        }
        if (status(answer) == NOT_FOUND) {
            return Optional.empty();
        }
        throw refused("reading " + describe(path), answer);
    }

    /// Nothing is downloaded for this.
    @Override
    public List<String> problems(String folder, Map<String, String> checksums) {
        return List.of();
    }

    @Override
    public void publish(String folder, String last, ModelFolder.Contents contents, JobContext context)
            throws IOException {
        Path staged = workspace.resolve(folder.replace('/', '-'));
        ModelFolder.delete(staged);
        try {
            List<String> files = ModelFolder.write(staged, contents).keySet().stream()
                    .filter(file -> !file.equals(last))
                    .toList();
            upload(staged, folder, files, last, context);
        } finally {
            ModelFolder.delete(staged);
        }
    }

    private void upload(Path staged, String folder, List<String> files, String last, JobContext context)
            throws IOException {
        context.begin("export.upload", ModelFolder.size(staged), "bytes");
        long before = 0;
        int done = 0;
        try {
            for (String file : files) {
                before += upload(staged.resolve(file), folder + "/" + file, before, context);
                done++;
            }
            upload(staged.resolve(last), folder + "/" + last, before, context);
        } catch (ToriiException e) {
            throw new ToriiException(
                    e.code(),
                    "%s Uploaded before to %s: %d of %d files; its %s was not, so no reader takes it for whole."
                            .formatted(e.getMessage(), describe(folder), done, files.size(), last),
                    e.advice(),
                    e);
        }
    }

    private long upload(Path file, String path, long before, JobContext context) throws IOException {
        long size = Files.size(file);
        FileBody body = new FileBody(file, type(path), sent -> context.progress(before + sent));
        post(path, body, CACHE_LONG, context);
        return size;
    }

    @Override
    public void replace(String path, byte[] content, JobContext context) {
        post(path, RequestBody.create(content, type(path)), CACHE_NEVER, context);
    }

    private void post(String path, RequestBody body, String caching, JobContext context) {
        Request request = request(path)
                .header("x-upsert", "true")
                .header("Cache-Control", caching)
                .post(body)
                .build();
        Answer answer = web.call(request, "uploading " + describe(path), context.cancellation());
        if (!answer.isSuccess()) {
            throw refused("uploading " + describe(path), answer);
        }
    }

    private Request.Builder request(String path) {
        HttpUrl.Builder url = storage.newBuilder().addPathSegment("object");
        bucket.segments(path).forEach(url::addPathSegment);
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + key)
                .header("apikey", key);
    }

    private static MediaType type(String path) {
        return path.endsWith(".json") ? JSON_TYPE : BINARY;
    }

    /// Storage answers with HTTP 400 and the true status in the body.
    private static int status(Answer answer) {
        try {
            return JSON.readTree(answer.body()).path("statusCode").asInt(answer.status());
        } catch (IOException e) {
            return answer.status();
        }
    }

    private ToriiException refused(String what, Answer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8).replace(key, "***");
        String shown = body.length() > 300 ? body.substring(0, 300) + "..." : body;
        return new ToriiException(
                ErrorCode.TARGET_REFUSED,
                what + " was refused with HTTP " + answer.status() + ": " + shown,
                status(answer) == TOO_LARGE
                        ? "Maybe the bucket allows larger files by its settings; format tfjs has files of 4 MiB at most."
                        : "Maybe the bucket does not exist, or serving.storageKey is no service key of this project.");
    }

    @Override
    public void close() {
        web.close();
    }
}
