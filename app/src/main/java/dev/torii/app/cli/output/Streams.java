package dev.torii.app.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The standard streams of a command.
///
/// @param terminal whether `err` is a terminal on which a line can be written over
/// @param columns width of that terminal
public record Streams(PrintWriter out, PrintWriter err, boolean terminal, int columns) {
    private static final int DEFAULT_COLUMNS = 100;

    /// The streams of this process, in UTF-8. The launcher knows whether standard error is a terminal and says so.
    public static Streams ofProcess() {
        return new Streams(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Boolean.getBoolean("torii.terminal"),
                Integer.getInteger("torii.columns", DEFAULT_COLUMNS));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
