package dev.torii.engine.evaluate;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A training file and its test file.
///
/// @param name of the fold, for example `u1`
record FoldFiles(String name, Path train, Path test) {
    private static final Pattern TRAINING = Pattern.compile("([A-Za-z_-]*(\\d{1,4}))\\.base");

    /// The pairs `u1.base` and `u1.test`, `u2.base` and `u2.test` ... of a folder, by number. Files without a
    /// number (`ua.base`) are no folds.
    ///
    /// @throws ToriiException BROKEN_INPUT when there is no pair, or half of one
    static List<FoldFiles> in(Path folder) {
        record Numbered(int number, FoldFiles files) {}
        List<Numbered> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = TRAINING.matcher(file.getFileName().toString());
                if (name.matches()) {
                    Path test = folder.resolve(name.group(1) + ".test");
                    found.add(new Numbered(
                            Integer.parseInt(name.group(2)), new FoldFiles(name.group(1), file, existing(test, file))));
                }
            }
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT, folder + " cannot be read.", "Maybe the path is wrong.", e);
        }
        if (found.isEmpty()) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    folder + " holds no folds: no u1.base with u1.test, u2.base with u2.test and so on.",
                    "Maybe give a pair with --train and --test, or split by time with --protocol temporal.");
        }
        found.sort(Comparator.comparingInt(Numbered::number)
                .thenComparing(numbered -> numbered.files().name()));
        return found.stream().map(Numbered::files).toList();
    }

    private static Path existing(Path test, Path train) {
        if (!Files.isRegularFile(test)) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    train + " has no test file: " + test.getFileName() + " is not there.",
                    "Maybe the data set was not unpacked whole.");
        }
        return test;
    }
}
