package dev.torii.engine.embed.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.EngineConfig;
import dev.torii.engine.EngineConfig.ServingConfig;
import dev.torii.engine.embed.export.feature.GoldenExamples;
import dev.torii.engine.embed.export.onnx.SplitOnnx;
import dev.torii.engine.embed.export.place.StorageServer;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.engine.jobs.Job;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.job.JobState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports of a trained model, read back by the programs they are made for.
class ExportServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "tfjs/" + SampleModel.VERSION;

    @TempDir
    static Path folder;

    private static SampleModel model;
    private static Path examples;

    @BeforeAll
    static void train() throws IOException {
        model = new SampleModel();
        examples = folder.resolve("examples.json");
        try (ServedTowers served = model.served()) {
            JsonNode all = GoldenExamples.of(
                    served,
                    FeatureFiles.read(model.registry.folder(SampleModel.VERSION)),
                    model.videos,
                    model.histories);
            Files.writeString(examples, JSON.writeValueAsString(all));
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static ExportResult export(ExportFormat format, String to) {
        return model.exports(model.config)
                .export(SampleModel.VERSION, format, to)
                .await();
    }

    private static Path export(ExportFormat format) {
        return Path.of(export(format, folder.resolve("all").toString()).place());
    }

    @Test
    void onnxRuntimeComputesTheSameVectors() throws Exception {
        ChildProcess child = ChildProcess.java(OnnxTowers.class, export(ExportFormat.ONNX), examples);
        assertThat(child.number()).isLessThan(GoldenExamples.TOLERANCE);
    }

    @Test
    void weightsThatAreTooLargeForOneMessageStandBesideIt(@TempDir Path split) throws Exception {
        SplitOnnx.write(model.registry.folder(SampleModel.VERSION), split);
        assertThat(Files.size(split.resolve("user_tower/model.onnx"))).isLessThan(5_000);
        assertThat(Files.size(split.resolve("user_tower/model.onnx.data"))).isGreaterThan(1_000_000);
        assertThat(ChildProcess.java(OnnxTowers.class, split, examples).number())
                .isLessThan(GoldenExamples.TOLERANCE);
    }

    @Test
    void tensorFlowJsComputesTheSameVectors() throws Exception {
        NodeProgram node = NodeProgram.install();
        Path exported = export(ExportFormat.TFJS);
        assertThat(exported.resolve("item_tower"))
                .as("more than one shard, to be put together again")
                .isDirectoryContaining("glob:**/group1-shard2of*.bin");
        for (Path file : List.of(examples, exported.resolve("features/golden.json"))) {
            assertThat(node.largestDifference("towers.mjs", exported, file)).isLessThan(GoldenExamples.TOLERANCE);
        }
    }

    @Test
    void javaScriptComputesTheSameFeatures() throws Exception {
        NodeProgram node = NodeProgram.install();
        Path exported = export(ExportFormat.TFJS);
        assertThat(node.largestDifference("features.mjs", exported, examples)).isLessThan(1e-5);
        Path golden = exported.resolve("features/golden.json");
        assertThat(node.largestDifference("features.mjs", exported, golden)).isLessThan(1e-5);
    }

    @Test
    void savedModelsAnswerFromTheExport() throws IOException {
        Path exported = export(ExportFormat.SAVEDMODEL);
        Map<String, String> files =
                model.registry.find(SampleModel.VERSION).orElseThrow().files();
        assertThat(ModelFolder.verify(exported, files)).isEmpty();
        JsonNode golden = JSON.readTree(exported.resolve("features/golden.json").toFile());
        assertThat(golden.path("videos").size() + golden.path("users").size()).isGreaterThanOrEqualTo(20);
        try (ServedTowers served = ServedTowers.load(SampleModel.VERSION, 768, exported, files)) {
            GoldenReader reader = new GoldenReader(golden);
            assertThat(JSON.readTree(JSON.writeValueAsString(GoldenExamples.of(
                            served, FeatureFiles.read(exported), reader.videos(), reader.histories()))))
                    .as("recomputed from what the examples say")
                    .isEqualTo(golden);
        }
    }

    @Test
    void theManifestNamesEveryFileAndShardsAreSmall() throws IOException {
        Path exported = export(ExportFormat.TFJS);
        ExportManifest manifest = ExportManifest.read(Files.readAllBytes(exported.resolve("manifest.json")));
        Map<String, String> found = ModelFolder.checksums(exported);
        found.remove("manifest.json");
        assertThat(manifest.checksums()).isEqualTo(found);
        assertThat(manifest.sizes().keySet())
                .contains("item_tower/model.json", "user_tower/model.json", "items.bin", "terms.bin")
                .contains("features/features.json", "features/FEATURES.md", "features/features.mjs");
        assertThat(manifest.sizes().entrySet())
                .filteredOn(
                        file -> file.getKey().endsWith(".bin") && file.getKey().contains("shard"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(file -> file.getValue() <= 4 << 20);
        assertThat(manifest.dimension()).isEqualTo(768);
    }

    @Test
    void theSameExportAgainWritesNothingAndAnotherModelIsRefused(@TempDir Path to) throws IOException {
        ExportResult first = export(ExportFormat.ONNX, to.toString());
        assertThat(first.alreadyThere()).isFalse();
        assertThat(first.latestSwitched()).isTrue();
        Map<String, String> before = ModelFolder.checksums(to);
        ExportResult second = export(ExportFormat.ONNX, to.toString());
        assertThat(second.alreadyThere()).isTrue();
        assertThat(second.latestSwitched()).isFalse();
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(ModelFolder.checksums(to)).isEqualTo(before);

        Path manifest = Path.of(first.place()).resolve("manifest.json");
        String original = Files.readString(manifest);
        Files.writeString(manifest, original.replaceFirst("\"source\" : \"....", "\"source\" : \"0000"));
        assertFails(ErrorCode.CONFLICT, "another model", () -> export(ExportFormat.ONNX, to.toString()));
        Files.writeString(manifest, original);
        Files.writeString(Path.of(first.place()).resolve("items.bin"), "x");
        assertFails(ErrorCode.CONFLICT, "items.bin is damaged", () -> export(ExportFormat.ONNX, to.toString()));
        Files.delete(manifest);
        assertFails(ErrorCode.CONFLICT, "no finished export", () -> export(ExportFormat.ONNX, to.toString()));
    }

    @Test
    void placesThatCannotBeAreRefusedAtOnce(@TempDir Path to) throws IOException {
        assertFails(
                ErrorCode.INVALID_VALUE,
                "home folder",
                () -> export(ExportFormat.ONNX, model.registry.folder().toString()));
        assertFails(ErrorCode.INVALID_VALUE, "neither", () -> export(ExportFormat.ONNX, "s3://bucket/x"));
        assertFails(ErrorCode.INVALID_VALUE, "\"..\"", () -> export(ExportFormat.ONNX, "supabase://models/../x"));
        assertFails(ErrorCode.CONFIGURATION, "serving.storageUrl", () -> export(ExportFormat.ONNX, "supabase://m"));
        assertFails(
                ErrorCode.NOT_FOUND,
                "no model version",
                () -> model.exports(model.config).export("../../etc", ExportFormat.ONNX, to.toString()));
        model.registry.register(SampleModel.model("rejected", ModelState.REJECTED, Map.of("a", "b")));
        assertFails(
                ErrorCode.VIOLATION,
                "did not pass",
                () -> model.exports(model.config).export("rejected", ExportFormat.ONNX, to.toString()));
        Path file = Files.writeString(to.resolve("file"), "x");
        assertFails(ErrorCode.TARGET_REFUSED, "failed", () -> export(ExportFormat.ONNX, file.toString()));
        assertThat(to).isDirectoryNotContaining(path -> !path.equals(file));
    }

    private static ExportService uploading(StorageServer storage) {
        ServingConfig serving =
                new ServingConfig(null, 2, storage.url(), StorageServer.KEY, storage.hookUrl(), "token-of-the-hook");
        EngineConfig config = model.config;
        return model.exports(new EngineConfig(
                config.home(),
                config.database(),
                config.dmm(),
                config.index(),
                config.training(),
                serving,
                config.schedule()));
    }

    @Test
    void anUploadEndsWithItsManifestThenLatestThenTheHook() throws IOException {
        try (StorageServer storage = new StorageServer()) {
            storage.failOnce(
                    path -> path.endsWith("items.bin"),
                    new MockResponse.Builder().code(503).build());
            storage.failOnce(
                    path -> path.endsWith("latest.json"),
                    new MockResponse.Builder()
                            .code(429)
                            .addHeader("Retry-After", "0")
                            .build());
            ExportResult result = uploading(storage)
                    .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models/torii")
                    .await();
            assertThat(result.place()).isEqualTo("supabase://models/torii/" + FOLDER);
            assertThat(result.hookCalled()).isTrue();
            List<String> order = storage.order();
            String base = "models/torii/" + FOLDER + "/";
            assertThat(order).hasSize(result.files() + 1);
            assertThat(order.subList(order.size() - 2, order.size()))
                    .containsExactly(base + "manifest.json", "models/torii/tfjs/latest.json");
            ExportManifest manifest =
                    ExportManifest.read(storage.object(base + "manifest.json").toByteArray());
            manifest.checksums()
                    .forEach((path, checksum) -> assertThat(
                                    storage.object(base + path).sha256().hex())
                            .isEqualTo(checksum));
            assertThat(storage.hooks())
                    .containsExactly("Bearer token-of-the-hook {\"version\":\"" + SampleModel.VERSION
                            + "\",\"format\":\"tfjs\"}");
            assertThat(model.config.home().resolve("exports")).isEmptyDirectory();

            ExportResult again = uploading(storage)
                    .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models/torii/")
                    .await();
            assertThat(again.alreadyThere()).isTrue();
            assertThat(storage.order()).as("nothing was sent twice").isEqualTo(order);
            assertThat(storage.hooks()).hasSize(2);
        }
    }

    @Test
    void anUploadThatFailsInTheMiddleLeavesNoManifestAndGoesOnLater() throws IOException {
        try (StorageServer storage = new StorageServer()) {
            storage.failAlways(
                    path -> path.endsWith("terms.bin"),
                    new MockResponse.Builder().code(500).build());
            assertThatThrownBy(() -> uploading(storage)
                            .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models")
                            .await())
                    .isInstanceOfSatisfying(ToriiException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.TARGET_UNREACHABLE);
                        assertThat(e)
                                .hasMessageContaining("terms.bin failed 3 times")
                                .hasMessageContaining("HTTP 500");
                        assertThat(e.getMessage()).containsPattern("Uploaded before to .*: \\d+ of \\d+ files");
                        assertThat(e.getMessage()).doesNotContain(StorageServer.KEY);
                    });
            assertThat(storage.objects()).isNotEmpty();
            assertThat(storage.objects().keySet()).noneMatch(path -> path.endsWith("manifest.json"));
            assertThat(storage.objects().keySet()).noneMatch(path -> path.endsWith("latest.json"));
            storage.recover();
            uploading(storage)
                    .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models")
                    .await();
            assertThat(storage.objects()).containsKey("models/" + FOLDER + "/manifest.json");

            storage.failAlways(
                    path -> path.contains("/reload_"),
                    new MockResponse.Builder().code(401).build());
            assertFails(
                    ErrorCode.TARGET_REFUSED,
                    "the export is in place, but asking",
                    () -> uploading(storage)
                            .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models")
                            .await());
        }
    }

    @Test
    void aRefusalIsNotRepeatedAndCancellingStopsAnUpload() throws IOException {
        try (StorageServer storage = new StorageServer()) {
            storage.failOnce(path -> path.endsWith("items.bin"), StorageServer.error(413, "Payload too large"));
            assertFails(
                    ErrorCode.TARGET_REFUSED,
                    "Payload too large",
                    () -> uploading(storage)
                            .export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models")
                            .await());
            storage.failOnce(
                    path -> path.endsWith("items.bin"),
                    new MockResponse.Builder()
                            .headersDelay(30, TimeUnit.SECONDS)
                            .build());
            Job<ExportResult> job =
                    uploading(storage).export(SampleModel.VERSION, ExportFormat.TFJS, "supabase://models");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> job.snapshot().progress().message().equals("export.upload")
                            && job.snapshot().progress().done() > 0);
            job.cancel();
            assertFails(ErrorCode.CANCELLED, "Cancelled", job::await);
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
            assertThat(storage.objects().keySet()).noneMatch(path -> path.endsWith("manifest.json"));
        }
    }

    private static void assertFails(ErrorCode code, String message, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ToriiException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e).hasMessageContaining(message);
        });
    }
}
