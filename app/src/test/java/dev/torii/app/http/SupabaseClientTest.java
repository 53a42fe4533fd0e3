package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Supabase's own client calls the server as it calls Edge Functions. Skipped where Node or its packages cannot be
/// had.
@ExtendWith(SharedServer.class)
class SupabaseClientTest {
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "invoke.mjs");

    private final TestServer server;

    SupabaseClientTest(TestServer server) {
        this.server = server;
    }

    @Test
    void itsCallersGetObjectsAndErrorsAsTheyKnowThem(@TempDir Path logs) throws Exception {
        Path folder = installed(logs);
        assertThat(server.modelVersion()).isNotEmpty();
        UUID video = server.catalogue().ofGenre(1).getFirst();
        Process node = run(
                folder,
                logs,
                Map.of(
                        "TORII_URL", "http://127.0.0.1:" + server.port(),
                        "TORII_TOKEN", server.userToken(UUID.randomUUID()),
                        "TORII_VIDEO", video.toString()),
                "node",
                "invoke.mjs");
        String output = Files.readString(logs.resolve("output"));
        assertThat(node.exitValue()).as(output).isZero();
        JsonNode answers = JsonMapper.builder().build().readTree(output);

        assertThat(data(answers, "like").path("data").path("video_id").asText()).isEqualTo(video.toString());
        assertThat(data(answers, "likes").path("data").path("total_count").intValue())
                .isEqualTo(1);
        assertThat(data(answers, "recommendations").path("recommendations")).hasSize(5);
        assertThat(data(answers, "recommendations")
                        .path("recommendations")
                        .path(0)
                        .path("reason")
                        .asText())
                .startsWith("Because you liked");
        assertThat(data(answers, "noBody").path("recommendations")).hasSize(20);
        assertThat(data(answers, "region").path("recommendations")).hasSize(1);
        assertThat(data(answers, "embedding").path("embedding_dim").intValue()).isEqualTo(768);
        assertThat(data(answers, "unlike").path("data").path("action").asText()).isEqualTo("unlike");
        refused(answers, "invalid", 422, "VALIDATION_ERROR");
        refused(answers, "wrongMethod", 405, "METHOD_NOT_ALLOWED");
        refused(answers, "unknown", 404, "RESOURCE_NOT_FOUND");
        refused(answers, "text", 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answers.path("badToken").path("status").intValue()).isEqualTo(401);
        assertThat(answers.path("badToken").path("body").path("message").asText())
                .isEqualTo("Invalid JWT");
    }

    private static JsonNode data(JsonNode answers, String name) {
        assertThat(answers.path(name).path("error").isMissingNode())
                .as(answers.path(name).toString())
                .isTrue();
        assertThat(answers.path(name).path("data").isObject()).isTrue();
        return answers.path(name).path("data");
    }

    private static void refused(JsonNode answers, String name, int status, String code) {
        JsonNode answer = answers.path(name);
        assertThat(answer.path("error").asText()).isEqualTo("FunctionsHttpError");
        assertThat(answer.path("status").intValue()).isEqualTo(status);
        assertThat(answer.path("body").path("error").path("code").asText()).isEqualTo(code);
    }

    /// A folder with the client installed exactly as locked; kept in the build folder for the next run.
    private static Path installed(Path logs) throws IOException, InterruptedException {
        Path source = Path.of(System.getProperty("torii.source.root"), "app", "src", "test", "node");
        Path folder = Files.createDirectories(Path.of(System.getProperty("torii.test.cache"), "supabase-client"));
        boolean locked = Files.exists(folder.resolve("package-lock.json"))
                && Files.mismatch(source.resolve("package-lock.json"), folder.resolve("package-lock.json")) < 0
                && Files.exists(folder.resolve("node_modules/.package-lock.json"));
        for (String file : FILES) {
            Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!locked) {
            try {
                Process npm = run(folder, logs, Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
                assumeTrue(
                        npm.exitValue() == 0,
                        () -> "skipped: npm could not install @supabase/supabase-js: " + tail(logs));
            } catch (IOException e) {
                assumeTrue(false, "skipped: there is no npm here");
            }
        }
        return folder;
    }

    private static Process run(Path folder, Path logs, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(logs.resolve("output").toFile())
                .redirectError(logs.resolve("errors").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process;
    }

    private static String tail(Path logs) {
        try {
            String text = Files.readString(logs.resolve("errors"), StandardCharsets.UTF_8);
            return text.substring(Math.max(0, text.length() - 300));
        } catch (IOException e) {
            return "(no output)";
        }
    }
}
