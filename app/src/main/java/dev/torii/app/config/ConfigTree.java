package dev.torii.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the record tree from a table of settings.
final class ConfigTree {
    private ConfigTree() {}

    static ToriiConfig build(Path home, List<EffectiveSetting> settings) {
        Map<String, @Nullable Object> values = new HashMap<>();
        settings.forEach(setting -> values.put(setting.key().fullName(), setting.value()));
        return construct(
                ToriiConfig.class,
                component -> component.getType().isRecord()
                        ? construct(component.getType(), key -> values.get(component.getName() + "." + key.getName()))
                        : home);
    }

    private static <T> T construct(Class<T> type, Values values) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            @Nullable Object[] arguments = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                arguments[i] = values.of(components[i]);
            }
            return canonical.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be built", e);
        }
    }

    private interface Values {
        @Nullable
        Object of(RecordComponent component);
    }
}
