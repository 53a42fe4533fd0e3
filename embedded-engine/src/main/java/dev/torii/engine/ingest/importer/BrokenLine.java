package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.Map;

/// The error of a line that cannot be read: it names the file, the line, the line's text and what was expected.
final class BrokenLine {
    private static final int SHOWN = 200;

    private BrokenLine() {}

    static ToriiException of(Path file, long line, String raw, String wrong) {
        return of(
                file,
                line,
                raw,
                wrong,
                "Maybe the file was cut off or edited: take a fresh copy of the data set, or mend line " + line
                        + ". Nothing was imported.");
    }

    static ToriiException of(Path file, long line, String raw, String wrong, String advice) {
        String shown = shown(raw);
        return new ToriiException(
                ErrorCode.BROKEN_INPUT,
                file + " line " + line + ": " + wrong + ". The line is: \"" + shown + "\"",
                advice,
                Map.of("file", file.toString(), "line", Long.toString(line), "raw", shown),
                null);
    }

    /// The text with control characters written out and cut to a length that a screen bears.
    static String shown(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(raw.length(), SHOWN); i++) {
            char c = raw.charAt(i);
            if (c == '\t') {
                text.append("\\t");
            } else if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return raw.length() > SHOWN ? text + "..." : text.toString();
    }
}
