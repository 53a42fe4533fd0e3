package dev.torii.app.config;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of all keys, read from the record tree itself: a section is a record component of [ToriiConfig],
/// a key is a component of the section's record, and its default is what [ToriiConfig#defaults] holds there.
/// What a key means stands in `keys.properties`.
public final class ConfigKeys {
    private static final Set<String> SECRETS = Set.of(
            "database.password",
            "dmm.apiId",
            "dmm.affiliateId",
            "serving.storageKey",
            "serving.reloadHookToken",
            "auth.jwtSecret",
            "alerts.slackWebhookUrl",
            "alerts.smtpUrl");

    private final Map<String, ConfigKey> byName = new LinkedHashMap<>();
    private final List<String> sections = new ArrayList<>();

    public ConfigKeys() {
        Properties meanings = meanings();
        ToriiConfig defaults = ToriiConfig.defaults(Path.of(""));
        for (RecordComponent section : ToriiConfig.class.getRecordComponents()) {
            if (!section.getType().isRecord()) {
                continue;
            }
            sections.add(section.getName());
            Object sectionDefaults = read(section, defaults);
            for (RecordComponent component : section.getType().getRecordComponents()) {
                String fullName = section.getName() + "." + component.getName();
                byName.put(
                        fullName,
                        new ConfigKey(
                                section.getName(),
                                component.getName(),
                                component.getGenericType(),
                                sectionDefaults == null ? null : read(component, sectionDefaults),
                                SECRETS.contains(fullName),
                                meanings.getProperty(fullName, "")));
            }
        }
    }

    /// All keys, section by section.
    public List<ConfigKey> all() {
        return List.copyOf(byName.values());
    }

    public List<String> sections() {
        return List.copyOf(sections);
    }

    public List<ConfigKey> ofSection(String section) {
        return byName.values().stream()
                .filter(key -> key.section().equals(section))
                .toList();
    }

    /// @param fullName `section.key`
    public Optional<ConfigKey> find(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    /// The keys by the names that the environment uses.
    public Map<String, ConfigKey> byEnvironmentName() {
        return byName.values().stream()
                .collect(Collectors.toMap(ConfigKey::environmentName, key -> key, (a, b) -> a, LinkedHashMap::new));
    }

    private static @Nullable Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record component " + component + " cannot be read", e);
        }
    }

    private static Properties meanings() {
        Properties meanings = new Properties();
        try (InputStream in = ConfigKeys.class.getResourceAsStream("keys.properties")) {
            if (in == null) {
                throw new IllegalStateException("keys.properties is missing");
            }
            meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return meanings;
        } catch (IOException e) {
            throw new ToriiException(ErrorCode.INTERNAL, "The table of configuration keys cannot be read.", "", e);
        }
    }
}
