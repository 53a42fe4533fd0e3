package dev.torii.app.cli;

import dev.torii.app.cli.output.JsonDocument;
import dev.torii.app.cli.output.ProgressPrinter;
import dev.torii.app.cli.output.Streams;
import dev.torii.app.cli.output.TextTable;
import dev.torii.app.config.ConfigLoader;
import dev.torii.app.config.LoadedConfig;
import dev.torii.app.config.ToriiConfig;
import dev.torii.engine.Engine;
import dev.torii.engine.jobs.Job;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.List;
import java.util.Map;

/// What every command works with: its streams and global options, the configuration, the way to open the engine
/// and to run a job in the foreground.
public final class CommandContext {
    private final Streams streams;
    private final Map<String, String> environment;
    private final Interruption interruption;
    private final GlobalOptions options = new GlobalOptions();

    public CommandContext(Streams streams, Map<String, String> environment, Interruption interruption) {
        this.streams = streams;
        this.environment = Map.copyOf(environment);
        this.interruption = interruption;
    }

    Streams streams() {
        return streams;
    }

    Map<String, String> environment() {
        return environment;
    }

    Interruption interruption() {
        return interruption;
    }

    GlobalOptions options() {
        return options;
    }

    boolean json() {
        return options.json;
    }

    /// Reads the configuration with the global options, and begins to log under its home.
    ToriiConfig config() {
        ToriiConfig config = loadConfig().config();
        LogFile.open(config.home(), config.monitor().logLevel());
        return config;
    }

    LoadedConfig loadConfig() {
        return new ConfigLoader(environment).load(options.home, options.configFile, options.assignments);
    }

    /// Opens the engine as configured, and says so when somebody waits.
    Engine openEngine() {
        return openEngine(config());
    }

    Engine openEngine(ToriiConfig config) {
        note(config.database().url() == null ? "starting the embedded database" : "connecting to the database");
        Engine engine = Engine.open(config.engine());
        if (interruption.isRequested()) {
            engine.close();
            throw new ToriiException(ErrorCode.CANCELLED, "Interrupted.", "");
        }
        return engine;
    }

    /// Waits for a job with its progress on standard error; an interruption cancels it.
    <T> T follow(Job<T> job) {
        if (!options.quiet) {
            job.onChange(new ProgressPrinter(streams));
        }
        try (Interruption.Registration ignored = interruption.onRequest(job::cancel)) {
            return job.await();
        }
    }

    /// A remark on standard error.
    void note(String line) {
        if (!options.quiet) {
            streams.err().println(line);
        }
    }

    /// The result: `document` with `--json`, else `lines`.
    void result(Object document, List<String> lines) {
        if (options.json) {
            streams.out().println(JsonDocument.of(document));
        } else {
            lines.forEach(streams.out()::println);
        }
        streams.out().flush();
    }

    void result(Object document, TextTable table, String whenEmpty) {
        result(document, table.isEmpty() ? List.of(whenEmpty) : table.lines());
    }
}
