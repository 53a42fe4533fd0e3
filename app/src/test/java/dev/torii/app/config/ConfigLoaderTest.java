package dev.torii.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    private Path home;

    @Test
    void defaultsHoldWhenNothingIsConfigured() {
        LoadedConfig loaded = new ConfigLoader(Map.of()).load(home, null, List.of());

        assertThat(loaded.config()).isEqualTo(ToriiConfig.defaults(home.toAbsolutePath()));
        assertThat(loaded.settings())
                .allSatisfy(setting -> assertThat(setting.source()).isEqualTo("default"));
    }

    @Test
    void eachSourceOverridesTheOnesBelowIt() throws IOException {
        Files.writeString(home.resolve("torii.yaml"), """
                http:
                  host: a
                  port: 1
                dmm: {site: FANZA}
                training:
                  seed: 11
                  epochs: 3
                """);
        Path file = Files.writeString(home.resolve("other.yaml"), """
                http: {port: 2, corsOrigins: [https://a.example, https://b.example]}
                training: {epochs: 4, temperature: 0.05}
                """);

        LoadedConfig loaded = new ConfigLoader(Map.of(
                        "TORII_DMM_BASE_URL", "http://127.0.0.1:9/v3/",
                        "TORII_HTTP_PORT", "3",
                        "TORII_TRAINING_EPOCHS", "5"))
                .load(home, file, List.of("training.epochs=6"));

        ToriiConfig config = loaded.config();
        assertThat(config.http())
                .isEqualTo(new HttpConfig("a", 3, List.of("https://a.example", "https://b.example"), 1_048_576));
        assertThat(config.dmm().site()).isEqualTo("FANZA");
        assertThat(config.dmm().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9/v3/"));
        assertThat(config.training().seed()).isEqualTo(11);
        assertThat(config.training().temperature()).isEqualTo(0.05);
        assertThat(config.training().epochs()).isEqualTo(6);
        assertThat(source(loaded, "http.host")).isEqualTo(home.resolve("torii.yaml") + ":2");
        assertThat(source(loaded, "http.port")).isEqualTo("environment TORII_HTTP_PORT");
        assertThat(source(loaded, "training.temperature")).isEqualTo(file + ":2");
        assertThat(source(loaded, "training.epochs")).isEqualTo("--set training.epochs");
    }

    @Test
    void allMistakesAreReportedTogetherWithTheirPlaces() throws IOException {
        Files.writeString(home.resolve("torii.yaml"), """
                http:
                  prot: 9090
                training:
                  epochs: many
                """);

        ToriiException failure = failureOf(new ConfigLoader(Map.of("TORII_DMM_BASE_ULR", "http://x")), "http.port=-1");

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(failure.code().exitCode()).isEqualTo(2);
        assertThat(failure.getMessage())
                .contains("4 mistakes")
                .contains(home.resolve("torii.yaml") + ":2: unknown key `http.prot`; did you mean `http.port`?")
                .contains(home.resolve("torii.yaml") + ":4: `training.epochs` must be whole number, not \"many\"")
                .contains("environment: unknown variable TORII_DMM_BASE_ULR; did you mean TORII_DMM_BASE_URL?")
                .contains("--set http.port: `http.port` must be from 0 to 65535, not \"-1\"");
    }

    @Test
    void brokenFilesAreNamedWithTheLine() throws IOException {
        Files.writeString(home.resolve("torii.yaml"), "http:\n  port: [1\nui: 3\n");

        assertThat(failureOf(new ConfigLoader(Map.of())).getMessage())
                .contains(home.resolve("torii.yaml") + ":3: not valid YAML");
        Files.writeString(home.resolve("torii.yaml"), "http: 8080\ndatabse:\n  url: x\n");
        assertThat(failureOf(new ConfigLoader(Map.of())).getMessage())
                .contains(":1: `http` must be a section")
                .contains(":3: unknown section `databse`; did you mean `database.url`?");
    }

    @Test
    void aSecretIsNeverShown() {
        String secret = "a-secret-that-is-long-enough-for-hs256";
        LoadedConfig loaded = new ConfigLoader(Map.of("TORII_AUTH_JWT_SECRET", secret))
                .load(home, null, List.of("database.url=jdbc:postgresql://h/d?user=u&password=" + secret));

        assertThat(loaded.config().auth().jwtSecret()).isEqualTo(secret);
        assertThat(loaded.toString()).doesNotContain(secret);
        assertThat(loaded.settings())
                .filteredOn(setting -> setting.key().fullName().equals("auth.jwtSecret"))
                .singleElement()
                .satisfies(setting -> assertThat(setting.shown()).isEqualTo("***"));
        assertThat(failureOf(new ConfigLoader(Map.of()), "auth.jwtSecret=short-one")
                        .getMessage())
                .contains("`auth.jwtSecret` must be at least 32 bytes long")
                .doesNotContain("short-one");
    }

    @Test
    void variablesThatAreNoSettingsAreLeftAlone() {
        LoadedConfig loaded = new ConfigLoader(Map.of(
                        "TORII_HOME", home.toString(),
                        "TORII_SERVICE_HOST", "10.0.0.1",
                        "TORII_PORT", "tcp://10.0.0.1:80",
                        "TORII_PORT_80_TCP", "tcp://10.0.0.1:80"))
                .load(null, null, List.of());

        assertThat(loaded.config().home()).isEqualTo(home.toAbsolutePath());
    }

    @Test
    void emptyResetsOnlyWhatMayBeUnset() throws IOException {
        Files.writeString(home.resolve("torii.yaml"), "database:\n  url: jdbc:postgresql://h/d\nmonitor:\n");

        assertThat(new ConfigLoader(Map.of("TORII_DATABASE_URL", ""))
                        .load(home, null, List.of())
                        .config()
                        .database()
                        .url())
                .isNull();
        assertThat(failureOf(new ConfigLoader(Map.of()), "http.port=").getMessage())
                .contains("`http.port` is empty");
    }

    private ToriiException failureOf(ConfigLoader loader, String... assignments) {
        return catchThrowableOfType(ToriiException.class, () -> loader.load(home, null, List.of(assignments)));
    }

    private static String source(LoadedConfig loaded, String name) {
        return loaded.settings().stream()
                .filter(setting -> setting.key().fullName().equals(name))
                .findFirst()
                .orElseThrow()
                .source();
    }
}
