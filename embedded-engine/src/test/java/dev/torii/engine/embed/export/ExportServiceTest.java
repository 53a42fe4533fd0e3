package dev.torii.engine.embed.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.export.feature.GoldenExamples;
import dev.torii.engine.embed.features.FeatureFiles;
import dev.torii.engine.embed.serving.ServedTowers;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports to a folder, read back by the programs they are made for.
class ExportServiceTest {
    @TempDir
    static Path folder;

    private static SampleModel model;
    private static ObjectNode examples;

    @BeforeAll
    static void train() throws IOException {
        model = new SampleModel();
        try (ServedTowers served = model.served()) {
            examples = GoldenExamples.of(
                    served,
                    FeatureFiles.read(model.registry.folder(SampleModel.VERSION)),
                    model.videos,
                    model.histories);
        }
        Files.writeString(folder.resolve("examples.json"), new ObjectMapper().writeValueAsString(examples));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static Path export(ExportFormat format) {
        ExportResult result = model.exports(model.config)
                .export(SampleModel.VERSION, format, folder.toString())
                .await();
        return Path.of(result.place());
    }

    @Test
    void onnxRuntimeComputesTheSameVectors() throws Exception {
        Path exported = export(ExportFormat.ONNX);
        assertThat(ChildProcess.java(OnnxTowers.class, exported, folder.resolve("examples.json"))
                        .number())
                .isLessThan(GoldenExamples.TOLERANCE);
    }

    @Test
    void tensorFlowJsComputesTheSameVectors() throws Exception {
        Path exported = export(ExportFormat.TFJS);
        NodeProgram node = NodeProgram.install();
        assertThat(node.largestDifference("towers.mjs", exported, folder.resolve("examples.json")))
                .isLessThan(GoldenExamples.TOLERANCE);
    }
}
