package dev.torii.engine.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's programs under the identity that they accept.
final class PostgresCommand {
    private static final long TIMEOUT_SECONDS = 120;

    private final Path programs;
    private final ServerIdentity identity;

    PostgresCommand(Path programs, ServerIdentity identity) {
        this.programs = programs;
        this.identity = identity;
    }

    /// Makes sure that the server may read and write its data.
    void own(Path data) throws IOException {
        identity.own(data);
    }

    /// What a program said and how it ended.
    record Outcome(int exitCode, String output) {}

    /// Runs `program` to its end. Its output goes through a file: a server that it leaves behind would keep a pipe
    /// open.
    Outcome run(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(identity.prefix());
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        command.add(programs.resolve("bin")
                .resolve(windows ? program + ".exe" : program)
                .toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("torii-" + program, ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing(windows)))
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            return new Outcome(process.exitValue(), Files.readString(output).strip());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static java.io.File nothing(boolean windows) {
        return new java.io.File(windows ? "NUL" : "/dev/null");
    }
}
