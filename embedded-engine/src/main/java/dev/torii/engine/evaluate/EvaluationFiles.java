package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.EvaluationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A report in a folder: `evaluation.json`, and `evaluation.md` for people.
public final class EvaluationFiles {
    public static final String JSON = "evaluation.json";
    public static final String MARKDOWN = "evaluation.md";

    private EvaluationFiles() {}

    /// Writes both files into an existing folder.
    public static void write(EvaluationReport report, Path folder) throws IOException {
        Files.writeString(folder.resolve(JSON), new EvaluationJson().write(report), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(MARKDOWN), EvaluationMarkdown.of(report), StandardCharsets.UTF_8);
    }

    /// Reads the report of a folder.
    ///
    /// @throws IOException when it is not there or damaged
    public static EvaluationReport read(Path folder) throws IOException {
        return new EvaluationJson().read(Files.readString(folder.resolve(JSON), StandardCharsets.UTF_8));
    }
}
