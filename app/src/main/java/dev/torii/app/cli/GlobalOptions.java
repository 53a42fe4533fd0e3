package dev.torii.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes.
public final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Folder under which everything is written. Default: TORII_HOME, else the platform's data folder.")
    @Nullable
    Path home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration file, over torii.yaml in the home folder.")
    @Nullable
    Path configFile;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "A setting, section.key=value, over every other source. May be repeated.")
    List<String> assignments = new ArrayList<>();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print exactly one JSON document on standard output.")
    boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Show no progress.")
    boolean quiet;
}
