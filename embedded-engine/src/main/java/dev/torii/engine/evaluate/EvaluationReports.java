package dev.torii.engine.evaluate;

import dev.torii.models.evaluate.AlgorithmResult;
import dev.torii.models.evaluate.EvaluationReport;
import dev.torii.models.evaluate.EvaluationSummary;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kept reports: a folder for each, named after its time and protocol, which is there whole or not at all.
public final class EvaluationReports {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[a-z-]+(-\\d+)?");

    private final Path folder;

    /// @param folder holds the reports; need not exist
    public EvaluationReports(Path folder) {
        this.folder = folder;
    }

    /// The reports of a home folder.
    public static EvaluationReports under(Path home) {
        return new EvaluationReports(folderUnder(home));
    }

    /// Where the reports of a home folder are.
    public static Path folderUnder(Path home) {
        return home.resolve("evaluations");
    }

    /// Keeps a report.
    ///
    /// @return the report with its id
    /// @throws ToriiException HOME_UNUSABLE when it cannot be written; nothing is left of it then
    public EvaluationReport save(EvaluationReport report) {
        String name = STAMP.format(report.createdAt()) + "-" + report.protocol().wireName();
        Path unfinished =
                folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".partial");
        try {
            Files.createDirectories(unfinished);
            for (int number = 1; ; number++) {
                EvaluationReport kept = report.kept(number == 1 ? name : name + "-" + number);
                EvaluationFiles.write(kept, unfinished);
                if (moved(unfinished, folder.resolve(kept.id()))) {
                    return kept;
                }
            }
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE,
                    "The report cannot be kept under " + folder + ": " + e.getMessage() + ".",
                    "Maybe the disk is full, or --to DIR names a folder that can be written.",
                    e);
        } finally {
            delete(unfinished);
        }
    }

    /// The kept reports, newest first; a damaged one says so.
    public List<EvaluationSummary> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .map(this::summary)
                    .toList();
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.HOME_UNUSABLE, folder + " cannot be read.", "Maybe its permissions were changed.", e);
        }
    }

    /// Reads a report.
    ///
    /// @throws ToriiException NOT_FOUND when there is none with this id; BROKEN_INPUT when it is damaged
    public EvaluationReport read(String id) {
        Path place = folder.resolve(id);
        if (!ID.matcher(id).matches() || !Files.isDirectory(place)) {
            throw new ToriiException(
                    ErrorCode.NOT_FOUND,
                    "There is no evaluation `" + id + "` under " + folder + ".",
                    "Maybe `torii evaluate list` shows the one you mean.");
        }
        try {
            return EvaluationFiles.read(place).kept(id);
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    place.resolve(EvaluationFiles.JSON) + " cannot be read as a report.",
                    "Maybe it was edited or cut short: " + EvaluationFiles.MARKDOWN + " beside it may still be whole.",
                    e);
        }
    }

    private EvaluationSummary summary(String id) {
        try {
            EvaluationReport report = read(id);
            AlgorithmResult best = report.results().stream()
                    .max(Comparator.comparingDouble(ReportBuilder::headline))
                    .orElseThrow();
            return new EvaluationSummary(
                    id,
                    report.createdAt(),
                    report.protocol(),
                    report.data(),
                    best.algorithm(),
                    ReportBuilder.headline(best),
                    null);
        } catch (RuntimeException e) {
            return new EvaluationSummary(id, null, null, null, null, 0, String.valueOf(e.getMessage()));
        }
    }

    private static boolean moved(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            return false;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return false;
        }
    }

    private static void delete(Path unfinished) {
        for (String file : List.of(EvaluationFiles.JSON, EvaluationFiles.MARKDOWN, "")) {
            try {
                Files.deleteIfExists(unfinished.resolve(file));
            } catch (IOException e) {
                return; // a leftover begins with a dot and is never listed
            }
        }
    }
}
