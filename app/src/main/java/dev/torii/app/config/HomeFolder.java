package dev.torii.app.config;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where everything is written: `--home`, else `TORII_HOME`, else the platform's data folder.
public final class HomeFolder {
    private HomeFolder() {}

    /// @param asked `--home`; null: not given
    /// @throws ToriiException CONFIGURATION when `--home` is empty: it would be the folder one stands in
    public static Path choose(@Nullable Path asked, Map<String, String> environment) {
        if (asked != null && asked.toString().isBlank()) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION, "--home is empty.", "Maybe a variable in the command is not set.");
        }
        Path chosen = asked != null
                ? asked
                : set(environment, "TORII_HOME")
                        ? Path.of(environment.get("TORII_HOME"))
                        : platformFolder(environment, System.getProperty("os.name", ""));
        return chosen.toAbsolutePath().normalize();
    }

    static Path platformFolder(Map<String, String> environment, String system) {
        Path userHome = Path.of(System.getProperty("user.home", "."));
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return set(environment, "LOCALAPPDATA")
                    ? Path.of(environment.get("LOCALAPPDATA"), "Torii")
                    : userHome.resolve("AppData/Local/Torii");
        }
        if (name.contains("mac")) {
            return userHome.resolve("Library/Application Support/Torii");
        }
        return set(environment, "XDG_DATA_HOME")
                ? Path.of(environment.get("XDG_DATA_HOME"), "torii")
                : userHome.resolve(".local/share/torii");
    }

    private static boolean set(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
