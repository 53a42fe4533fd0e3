package dev.torii.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads `TORII_SECTION_KEY` variables.
final class EnvironmentSettings {
    /// Variables that are no settings: the launcher's, and the checks' of the build.
    private static final Set<String> OTHERS = Set.of(
            "TORII_HOME",
            "TORII_JAVA_HOME",
            "TORII_JAVA_OPTS",
            "TORII_AOT_OUTPUT",
            "TORII_TEST_DATA",
            "TORII_PGVECTOR_DIR");

    /// Kubernetes puts these into every container beside a service named `torii`.
    private static final Pattern SERVICE_LINK = Pattern.compile("TORII_(SERVICE_.*|PORT|PORT_[0-9].*)");

    private EnvironmentSettings() {}

    /// @param problems unknown variables are added here, a sentence each
    static List<RawSetting> read(Map<String, String> environment, ConfigKeys keys, List<String> problems) {
        Map<String, ConfigKey> known = keys.byEnvironmentName();
        List<RawSetting> settings = new ArrayList<>();
        environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("TORII_"))
                .filter(variable -> !OTHERS.contains(variable.getKey()))
                .filter(variable -> !SERVICE_LINK.matcher(variable.getKey()).matches())
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(variable -> {
                    ConfigKey key = known.get(variable.getKey());
                    if (key == null) {
                        problems.add("environment: unknown variable " + variable.getKey()
                                + NearestName.of(variable.getKey(), known.keySet())
                                        .map(name -> "; did you mean " + name + "?")
                                        .orElse(""));
                    } else {
                        settings.add(new RawSetting(
                                key.fullName(), variable.getValue(), "environment " + variable.getKey()));
                    }
                });
        return settings;
    }
}
