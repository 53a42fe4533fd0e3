package dev.torii.engine.embed.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.torii.engine.embed.export.feature.FeatureSpecification;
import dev.torii.engine.embed.export.onnx.OnnxModel;
import dev.torii.engine.embed.export.tfjs.LayersModel;
import dev.torii.engine.embed.export.tower.TowerBlueprint;
import dev.torii.engine.embed.export.tower.TowerVariables;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.towers.SavedTowerWeights;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// The files of an export, made from those of the model version.
final class ExportContents implements ModelFolder.Contents {
    /// What the computation of features needs beside its settings.
    private static final List<String> FEATURE_FILES = List.of("items.bin", "terms.bin");

    private static final int PIECE = 1 << 20;

    private final ModelVersion model;
    private final ExportFormat format;
    private final Path source;
    private final ObjectNode examples;
    private final Clock clock;
    private final JobContext context;
    private long done;

    /// @param source folder of the model version
    /// @param examples of the features and vectors
    ExportContents(
            ModelVersion model,
            ExportFormat format,
            Path source,
            ObjectNode examples,
            Clock clock,
            JobContext context) {
        this.model = model;
        this.format = format;
        this.source = source;
        this.examples = examples;
        this.clock = clock;
        this.context = context;
    }

    @Override
    public void write(Path folder) throws IOException {
        switch (format) {
            case SAVEDMODEL -> copyModel(folder);
            case TFJS -> convert(folder, LayersModel::write);
            case ONNX -> convert(folder, OnnxModel::write);
        }
        context.checkCancelled();
        FeatureSpecification.write(source, examples, folder);
        writeManifest(folder);
    }

    private void copyModel(Path folder) throws IOException {
        long total = 0;
        for (String file : model.files().keySet()) {
            total += Files.size(source.resolve(file));
        }
        context.begin("export.write", total, "bytes");
        for (String file : new TreeMap<>(model.files()).keySet()) {
            copy(source.resolve(file), folder.resolve(file));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                advance(read);
            }
        }
    }

    /// Writes one tower in a format.
    private interface Converter {
        void write(TowerBlueprint tower, TowerVariables variables, Path folder) throws IOException;
    }

    private void convert(Path folder, Converter converter) throws IOException {
        LongConsumer advance = this::advance;
        try (SavedTowerWeights item = open(TowerBlueprint.ITEM);
                SavedTowerWeights user = open(TowerBlueprint.USER)) {
            TowerVariables itemVariables = new TowerVariables(item, advance);
            TowerVariables userVariables = new TowerVariables(user, advance);
            context.begin("export.write", itemVariables.bytes() + userVariables.bytes(), "bytes");
            converter.write(TowerBlueprint.ITEM, itemVariables, towerFolder(folder, TowerBlueprint.ITEM));
            converter.write(TowerBlueprint.USER, userVariables, towerFolder(folder, TowerBlueprint.USER));
        }
        for (String file : FEATURE_FILES) {
            Files.copy(source.resolve(file), folder.resolve(file));
        }
    }

    private SavedTowerWeights open(TowerBlueprint tower) throws IOException {
        return SavedTowerWeights.open(source.resolve(tower.folder()));
    }

    private static Path towerFolder(Path folder, TowerBlueprint tower) throws IOException {
        return Files.createDirectories(folder.resolve(tower.folder()));
    }

    private void advance(long bytes) {
        context.checkCancelled();
        done += bytes;
        context.progress(done);
    }

    private void writeManifest(Path folder) throws IOException {
        Map<String, String> checksums = ModelFolder.checksums(folder);
        Map<String, Long> sizes = new TreeMap<>();
        for (String file : checksums.keySet()) {
            sizes.put(file, Files.size(folder.resolve(file)));
        }
        ExportManifest manifest = new ExportManifest(
                model.version(),
                format,
                model.dimension(),
                model.createdAt(),
                clock.instant(),
                ExportManifest.source(model),
                sizes,
                checksums);
        Files.write(folder.resolve(ExportManifest.FILE), manifest.toBytes());
    }
}
