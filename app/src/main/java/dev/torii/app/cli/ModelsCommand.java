package dev.torii.app.cli;

import dev.torii.engine.Engine;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `torii models`: the registry.
@Command(name = "models", description = "The registry of trained models.")
final class ModelsCommand extends CommandGroup {
    private final CommandContext context;

    ModelsCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "All versions, newest first.")
    int list() {
        return withRegistry(registry -> {
            List<ModelVersion> models = registry.list();
            context.result(models, ModelReport.table(models), "No model yet. Maybe `torii train` first.");
            return 0;
        });
    }

    @Command(name = "show", description = "All that is known of one version.")
    int show(@Parameters(paramLabel = "V", description = "The version.") String version) {
        return withRegistry(registry -> {
            ModelVersion model = find(registry, version);
            context.result(model, ModelReport.details(model));
            return 0;
        });
    }

    @Command(name = "activate", description = "Let a version answer, after its files were verified.")
    int activate(@Parameters(paramLabel = "V", description = "The version.") String version) {
        return withRegistry(registry -> {
            ModelVersion model = registry.activate(version);
            context.result(
                    model,
                    List.of(
                            "model " + model.version() + " is active",
                            "Maybe `torii embed` next: vectors belong to a model."));
            return 0;
        });
    }

    @Command(name = "rollback", description = "Let the version that was active before answer again.")
    int rollback() {
        return withRegistry(registry -> {
            ModelVersion model = registry.rollback();
            context.result(model, List.of("model " + model.version() + " is active again"));
            return 0;
        });
    }

    @Command(name = "verify", description = "Compare the files of a version with their checksums.")
    int verify(@Parameters(paramLabel = "V", description = "The version.") String version) {
        return withRegistry(registry -> {
            ModelVersion model = find(registry, version);
            List<String> findings = registry.verify(version);
            context.result(
                    Map.of("version", version, "files", model.files().size(), "findings", findings),
                    findings.isEmpty()
                            ? List.of("model " + version + ": " + model.files().size() + " files are intact")
                            : findings);
            return findings.isEmpty() ? 0 : ErrorCode.VIOLATION.exitCode();
        });
    }

    @Command(
            name = "export",
            description = {
                "Write both towers of a version for other programs: TensorFlow SavedModels, TensorFlow.js layers models",
                "or ONNX models, with a description of their features. A bucket of Supabase Storage needs serving.storageUrl",
                "and serving.storageKey; serving.reloadHookUrl is asked to load the version afterwards."
            })
    int export(
            @Parameters(paramLabel = "V", description = "The version.") String version,
            @Option(
                            names = "--format",
                            required = true,
                            paramLabel = "F",
                            converter = ExportFormatNames.class,
                            completionCandidates = ExportFormatNames.class,
                            description = "One of ${COMPLETION-CANDIDATES}.")
                    ExportFormat format,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "DIR",
                            description = "A folder, or supabase://BUCKET/FOLDER.")
                    String to) {
        try (Engine engine = context.openEngine()) {
            ExportResult result = context.follow(engine.exports().export(version, format, to));
            context.result(result, ModelReport.lines(result));
            return 0;
        }
    }

    private int withRegistry(ToIntFunction<ModelRegistry> work) {
        try (Engine engine = context.openEngine()) {
            return work.applyAsInt(engine.models());
        }
    }

    private static ModelVersion find(ModelRegistry registry, String version) {
        return registry.find(version)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no model version " + version + ".",
                        "Maybe `torii models list` shows the one you mean."));
    }
}
