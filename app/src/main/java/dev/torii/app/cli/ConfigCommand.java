package dev.torii.app.cli;

import dev.torii.app.cli.output.TextTable;
import dev.torii.app.config.EffectiveSetting;
import dev.torii.app.config.LoadedConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torii config`: the effective configuration with the source of each value.
@Command(name = "config", description = "Show the configuration that holds, and where each value came from.")
final class ConfigCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--describe", description = "Show type, default and meaning of each key too.")
    private boolean describe;

    ConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        LoadedConfig loaded = context.loadConfig();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("home", loaded.config().home());
        document.put(
                "settings", loaded.settings().stream().map(ConfigCommand::entry).toList());
        List<String> lines = new ArrayList<>();
        lines.add("home: " + loaded.config().home());
        lines.addAll(table(loaded).lines());
        context.result(document, lines);
        return 0;
    }

    private TextTable table(LoadedConfig loaded) {
        TextTable table = describe
                ? new TextTable("key", "value", "source", "type", "default", "meaning")
                : new TextTable("key", "value", "source");
        for (EffectiveSetting setting : loaded.settings()) {
            String name = setting.key().fullName();
            if (describe) {
                table.row(
                        name,
                        setting.shown(),
                        setting.source(),
                        setting.key().typeName(),
                        setting.key().show(setting.key().defaultValue()),
                        setting.key().meaning());
            } else {
                table.row(name, setting.shown(), setting.source());
            }
        }
        return table;
    }

    private static Map<String, Object> entry(EffectiveSetting setting) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", setting.key().fullName());
        entry.put("value", setting.shown());
        entry.put("source", setting.source());
        entry.put("type", setting.key().typeName());
        entry.put("default", setting.key().show(setting.key().defaultValue()));
        entry.put("secret", setting.key().secret());
        entry.put("environment", setting.key().environmentName());
        entry.put("meaning", setting.key().meaning());
        return entry;
    }
}
