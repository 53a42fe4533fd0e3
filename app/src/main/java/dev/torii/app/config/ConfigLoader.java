package dev.torii.app.config;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the configuration from all its sources, lowest first: defaults, `torii.yaml` in the home folder,
/// `--config`, the environment, `--set`.
public final class ConfigLoader {
    private final ConfigKeys keys = new ConfigKeys();
    private final Map<String, String> environment;

    /// @param environment the variables of the process
    public ConfigLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public ConfigKeys keys() {
        return keys;
    }

    /// @param home `--home`; null: not given
    /// @param file `--config`; null: not given
    /// @param assignments `section.key=value` of each `--set`
    /// @throws ToriiException CONFIGURATION with every problem of every source
    public LoadedConfig load(@Nullable Path home, @Nullable Path file, List<String> assignments) {
        List<String> problems = new ArrayList<>();
        List<RawSetting> settings = new ArrayList<>();
        Path chosenHome = HomeFolder.choose(home, environment);
        Path homeFile = chosenHome.resolve("torii.yaml");
        if (Files.exists(homeFile)) {
            settings.addAll(YamlSettings.read(homeFile, problems));
        }
        if (file != null) {
            if (Files.exists(file)) {
                settings.addAll(YamlSettings.read(file, problems));
            } else {
                problems.add("--config " + file + ": there is no such file");
            }
        }
        settings.addAll(EnvironmentSettings.read(environment, keys, problems));
        assignments.forEach(assignment -> addAssignment(assignment, settings, problems));

        Map<String, EffectiveSetting> effective = new HashMap<>();
        settings.forEach(setting -> apply(setting, effective, problems));
        if (!problems.isEmpty()) {
            throw problem(problems);
        }
        List<EffectiveSetting> table = keys.all().stream()
                .map(key -> effective.getOrDefault(
                        key.fullName(), new EffectiveSetting(key, key.defaultValue(), "default")))
                .toList();
        return new LoadedConfig(ConfigTree.build(chosenHome, table), table);
    }

    private static void addAssignment(String assignment, List<RawSetting> settings, List<String> problems) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            problems.add("--set " + assignment + ": expected section.key=value");
            return;
        }
        String key = assignment.substring(0, equals).strip();
        settings.add(new RawSetting(key, assignment.substring(equals + 1), "--set " + key));
    }

    private void apply(RawSetting setting, Map<String, EffectiveSetting> effective, List<String> problems) {
        String name = setting.key();
        if (name.endsWith(".") && keys.sections().contains(name.substring(0, name.length() - 1))) {
            return;
        }
        ConfigKey key = keys.find(name).orElse(null);
        if (key == null) {
            problems.add(setting.place() + ": " + unknown(name));
            return;
        }
        String text = setting.text();
        if (text == null || text.isBlank()) {
            if (key.defaultValue() != null) {
                problems.add(setting.place() + ": `" + name + "` is empty, expected " + key.typeName());
            } else {
                effective.put(name, new EffectiveSetting(key, null, setting.place()));
            }
            return;
        }
        try {
            Object value = SettingValue.parse(key.type(), text);
            KeyRules.broken(name, value)
                    .ifPresentOrElse(
                            demand -> problems.add(
                                    setting.place() + ": `" + name + "` must be " + demand + shown(key, text)),
                            () -> effective.put(name, new EffectiveSetting(key, value, setting.place())));
        } catch (IllegalArgumentException e) {
            problems.add(setting.place() + ": `" + name + "` must be " + key.typeName() + shown(key, text));
        }
    }

    private String unknown(String name) {
        int dot = name.indexOf('.');
        String section = dot < 0 ? name : name.substring(0, dot);
        String what = keys.sections().contains(section) || dot < 0
                ? "unknown key `" + name + "`"
                : "unknown section `" + section + "`";
        if (name.endsWith(".")) {
            return "unknown section `" + section + "`"
                    + NearestName.of(section, keys.sections())
                            .map(near -> "; did you mean `" + near + "`?")
                            .orElse("");
        }
        return what
                + NearestName.of(
                                name,
                                keys.all().stream().map(ConfigKey::fullName).toList())
                        .map(near -> "; did you mean `" + near + "`?")
                        .orElse("");
    }

    private static String shown(ConfigKey key, String text) {
        return key.secret() ? "" : ", not \"" + SettingValue.show(text) + "\"";
    }

    private static ToriiException problem(List<String> problems) {
        String message = problems.size() == 1
                ? "The configuration is wrong: " + problems.getFirst()
                : "The configuration has " + problems.size() + " mistakes:\n  - " + String.join("\n  - ", problems);
        return new ToriiException(
                ErrorCode.CONFIGURATION,
                message,
                "Maybe `torii config` without these settings shows what each key is for.");
    }
}
