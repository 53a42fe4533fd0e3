package dev.torii.app.config;

import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One key of the configuration.
///
/// @param type of its value in the record tree
/// @param defaultValue null: not set, and it may be set back to nothing
/// @param secret whether its value is never shown
/// @param meaning for people, in a sentence
public record ConfigKey(
        String section, String name, Type type, @Nullable Object defaultValue, boolean secret, String meaning) {

    /// As files and `--set` write it: `dmm.baseUrl`.
    public String fullName() {
        return section + "." + name;
    }

    /// As the environment writes it: `TORII_DMM_BASE_URL`.
    public String environmentName() {
        return "TORII_" + upperSnake(section) + "_" + upperSnake(name);
    }

    /// The name of its type for people: `whole number`, `one of light, dark`.
    public String typeName() {
        return SettingValue.typeName(type);
    }

    /// The value as it is shown: secrets as `***`.
    public String show(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return secret ? "***" : SettingValue.show(value);
    }

    private static String upperSnake(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
