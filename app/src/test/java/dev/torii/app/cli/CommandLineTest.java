package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path home;

    @Test
    void versionIsOneLine() {
        Invocation version = Invocation.of(home, "--version");

        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("torii ").hasLineCount(1);
    }

    @Test
    void helpNamesEveryCommandOfTheContract() {
        Invocation help = Invocation.of(home, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("quickstart", "desktop", "serve", "sample", "sync", "import", "train", "embed", "models")
                .contains("recommend", "evaluate", "jobs", "config", "130 interrupted")
                .doesNotContain("rehearse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recommend",
                "import movielens",
                "sync dmm",
                "models activate",
                "models export",
                "evaluate",
                "jobs list"
            })
    void everyCommandTakesTheGlobalOptionsAndHelps(String command) {
        Invocation help = Invocation.of(home, (command + " --help").split(" "));

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: torii " + command)
                .contains("--home", "--config", "--set", "--json", "--quiet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evalute",
                "recommend",
                "models",
                "import movielens",
                "import csv --videos a",
                "sample --videos many",
                "recommend 1 --algorithm best",
                "evaluate --train a",
                "evaluate --data a --train b --test c",
                "sync dmm --from yesterday",
                "models export 1 --format tfjs",
                "models export 1 --format pdf --to x",
                "token",
                "--frobnicate"
            })
    void wrongUsageExitsWithTwoAndAdvice(String line) {
        Invocation usage = Invocation.of(home, line.split(" "));

        assertThat(usage.code()).isEqualTo(2);
        assertThat(usage.out()).isEmpty();
        assertThat(usage.err()).startsWith("torii: ").contains("--help").doesNotContain("Exception", "\tat ");
    }

    @Test
    void aMisspeltCommandIsGuessed() {
        assertThat(Invocation.of(home, "evalute").err()).contains("did you mean evaluate");
    }

    @Test
    void threeMistakesAreReportedTogether() throws IOException {
        Files.writeString(home.resolve("torii.yaml"), "http:\n  prot: 1\ntraining:\n  epochs: x\n");

        Invocation failed = Invocation.of(home, "config", "--set", "index.kind=magic");

        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("3 mistakes", "http.prot", "training.epochs", "index.kind");
    }

    @Test
    void errorsAreOneDocumentWithJson() {
        Invocation configuration = Invocation.of(home, "config", "--json", "--set", "http.port=x");
        Invocation usage = Invocation.of(home, "evalute", "--json");

        assertThat(configuration.code()).isEqualTo(2);
        assertThat(configuration.json().at("/error/code").asText()).isEqualTo("configuration");
        assertThat(configuration.json().at("/error/message").asText()).contains("http.port");
        assertThat(usage.json().at("/error/code").asText()).isEqualTo("usage");
        assertThat(usage.err()).isEmpty();
    }

    @Test
    void anEmptyHomeIsNotTheFolderOneStandsIn() {
        Invocation empty = Invocation.of(home, "config", "--home", "");

        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.out()).isEmpty();
        assertThat(empty.err()).contains("--home is empty");
    }

    @Test
    void helpAndVersionAreOneDocumentWithJson() {
        Invocation version = Invocation.of(home, "--version", "--json");
        Invocation help = Invocation.of(home, "recommend", "--help", "--json");

        assertThat(version.code()).isZero();
        assertThat(version.json().path("version").asText()).isNotBlank();
        assertThat(help.code()).isZero();
        assertThat(help.json().path("usage").asText()).contains("torii recommend", "--explain");
    }

    @Test
    void configShowsSourcesAndHidesSecrets() {
        String secret = "a-secret-that-is-long-enough-for-hs256";
        Invocation shown = Invocation.of(
                new Interruption(),
                Map.of("TORII_HOME", home.toString(), "TORII_AUTH_JWT_SECRET", secret),
                "config",
                "--json",
                "--set",
                "http.port=9090");

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).doesNotContain(secret);
        assertThat(shown.json().at("/home").asText()).isEqualTo(home.toString());
        assertThat(shown.json().at("/settings").findValuesAsText("source"))
                .contains("default", "--set http.port", "environment TORII_AUTH_JWT_SECRET");
        assertThat(Invocation.of(home, "config", "--describe").out()).contains("whole number", "JDBC address");
    }

    @Test
    void theHomeStaysUntouchedByLightCommands() {
        Invocation.of(home, "config");
        Invocation.of(home, "--version");

        assertThat(home).isEmptyDirectory();
    }
}
