package dev.torii.app.cli;

import dev.torii.app.cli.output.TextTable;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.FilesState;
import dev.torii.models.embedding.ModelLineage;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.monitoring.AuditEntry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Shows model versions.
final class ModelReport {
    private ModelReport() {}

    static List<String> lines(ModelVersion model) {
        List<String> lines = new ArrayList<>();
        lines.add("model " + model.version() + ": " + state(model)
                + (model.gateReason() == null ? "" : " (" + model.gateReason() + ")"));
        new TreeMap<>(model.metrics())
                .forEach((name, value) -> lines.add("  " + name + " " + String.format(Locale.ROOT, "%.4f", value)));
        return lines;
    }

    /// All that is known of one version.
    static List<String> details(ModelVersion model, FilesState state, List<AuditEntry> audit) {
        List<String> lines = new ArrayList<>(lines(model));
        if (model.damage() != null) {
            lines.add(model.damage());
        }
        if (state != FilesState.PRESENT) {
            lines.add("its files are " + word(state));
        }
        if (!model.gateChecks().isEmpty()) {
            lines.add("gate");
            model.gateChecks()
                    .forEach(check ->
                            lines.add("  " + check.name() + " " + word(check.outcome()) + ": " + check.sentence()));
        }
        ModelLineage lineage = model.lineage();
        lines.add("lineage: parent " + (lineage.parent() == null ? "none" : lineage.parent()) + ", trained by "
                + (lineage.codeVersion().isEmpty() ? "an unknown version" : "torii " + lineage.codeVersion())
                + (lineage.trigger().isEmpty() ? "" : ", begun by " + lineage.trigger())
                + (lineage.dataUntil() == null ? "" : ", on data until " + lineage.dataUntil()));
        if (!audit.isEmpty()) {
            lines.add("audit");
            audit.forEach(entry -> lines.add("  " + entry.at() + " " + entry.action() + " by " + entry.actor()
                    + (entry.reason() == null ? "" : ": " + entry.reason())));
        }
        lines.add("created " + model.createdAt()
                + (model.activatedAt() == null ? "" : ", activated " + model.activatedAt()));
        lines.add("dimension " + model.dimension() + ", data " + model.dataFingerprint());
        lines.add("settings");
        new TreeMap<>(model.settings()).forEach((name, value) -> lines.add("  " + name + " = " + value));
        lines.add("files");
        new TreeMap<>(model.files()).forEach((file, checksum) -> lines.add("  " + checksum + "  " + file));
        return lines;
    }

    static List<String> lines(ExportResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "model %s as %s: %d files, %,d bytes %s %s",
                result.version(),
                result.format().key(),
                result.files(),
                result.bytes(),
                result.alreadyThere() ? "were there already:" : "in",
                result.place()));
        lines.add(result.latestSwitched() ? "latest.json names this version now" : "latest.json named it before");
        if (result.hookCalled()) {
            lines.add("the reload hook was called");
        }
        return lines;
    }

    static TextTable table(List<ModelsCommand.ListedModel> models) {
        TextTable table = new TextTable("version", "state", "files", "dimension", "created", "ndcg@10", "gate");
        for (ModelsCommand.ListedModel listed : models) {
            ModelVersion model = listed.model();
            table.row(
                    model.version(),
                    state(model),
                    model.damage() == null ? word(listed.filesState()) : "row damaged",
                    model.dimension(),
                    model.createdAt().truncatedTo(ChronoUnit.SECONDS),
                    metric(model.metrics(), "ndcg@10"),
                    model.gateReason() == null ? "" : model.gateReason());
        }
        return table;
    }

    private static String metric(Map<String, Double> metrics, String name) {
        Double value = metrics.get(name);
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String state(ModelVersion model) {
        return word(model.state());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
