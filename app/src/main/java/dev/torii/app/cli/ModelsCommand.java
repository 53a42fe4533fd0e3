package dev.torii.app.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.torii.engine.Engine;
import dev.torii.engine.embed.registry.ModelRegistry;
import dev.torii.engine.embed.registry.VersionFolders;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.FilesState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.AuditEntry;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
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

    @Command(name = "list", description = "All versions, newest first, with what is wrong with them.")
    int list() {
        try (Engine engine = context.openEngine()) {
            VersionFolders folders = new VersionFolders(engine.models());
            List<ListedModel> models = engine.models().list().stream()
                    .map(model -> new ListedModel(model, folders.state(model)))
                    .toList();
            context.result(models, ModelReport.table(models), "No model yet. Maybe `torii train` first.");
            if (!context.json()) {
                engine.alerts().open().forEach(alert -> context.note(AlertsCommand.line(alert)));
            }
            return 0;
        }
    }

    @Command(name = "show", description = "All that is known of one version.")
    int show(@Parameters(paramLabel = "V", description = "The version.") String version) {
        return withRegistry(registry -> {
            ModelVersion model = find(registry, version);
            FilesState files = new VersionFolders(registry).state(model);
            List<AuditEntry> audit = registry.audit(version);
            context.result(new ShownModel(model, files, audit), ModelReport.details(model, files, audit));
            return 0;
        });
    }

    @Command(
            name = "activate",
            description = "Let a version answer, after its files were verified. What answers now goes on until the"
                    + " vectors of the version are there.")
    int activate(
            @Parameters(paramLabel = "V", description = "The version.") String version,
            @Option(names = "--force", description = "Although its gate rejected it; needs --reason.") boolean force,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit log.") @Nullable
                    String reason) {
        if (reason != null && !force) {
            throw new ToriiException(
                    ErrorCode.USAGE, "--reason is for --force, which was not given.", "Maybe add --force.");
        }
        return withRegistry(registry -> {
            ModelVersion model = force
                    ? registry.force(version, Operator.name(), reason == null ? "" : reason)
                    : registry.activate(version, Operator.name());
            context.result(
                    model,
                    List.of(
                            "model " + model.version() + " is active",
                            "Maybe `torii embed --stale` next: vectors belong to a model, and until this one has its"
                                    + " own, those of the one before answer."));
            return 0;
        });
    }

    @Command(name = "rollback", description = "Let the version that was active before answer again.")
    int rollback(
            @Option(
                            names = "--from",
                            paramLabel = "V",
                            description = "Only from this version: when another one is active, nothing happens.")
                    @Nullable
                    String from) {
        return withRegistry(registry -> {
            ModelVersion model = registry.rollback(Operator.name(), from);
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

    /// A version in the list.
    record ListedModel(@JsonUnwrapped ModelVersion model, FilesState filesState) {}

    /// A version with what was done to it.
    record ShownModel(@JsonUnwrapped ModelVersion model, FilesState filesState, List<AuditEntry> audit) {}

    private static ModelVersion find(ModelRegistry registry, String version) {
        return registry.find(version)
                .orElseThrow(() -> new ToriiException(
                        ErrorCode.NOT_FOUND,
                        "There is no model version " + version + ".",
                        "Maybe `torii models list` shows the one you mean."));
    }
}
