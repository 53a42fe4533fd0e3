package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The commands one after another on one home, with the embedded database and trained towers, as a person
/// gives them.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayTest {
    @TempDir
    private static Path home;

    @Test
    @Order(1)
    void quickstartPreparesAnEmptyHome() {
        Invocation prepared = torii("quickstart", "--no-open", "--json", "--set", "training.epochs=2");

        assertThat(prepared.code()).as(prepared.err()).isZero();
        JsonNode summary = prepared.json();
        assertThat(summary.at("/steps").toString()).isEqualTo("[\"sample\",\"train\",\"embed\"]");
        assertThat(summary.at("/counts/videos").asInt()).isEqualTo(SampleCommand.VIDEOS);
        assertThat(summary.at("/counts/videos_embedded").asInt()).isEqualTo(SampleCommand.VIDEOS);
        assertThat(prepared.err()).contains("training the towers", "encoding videos");
        assertThat(home.resolve("logs/torii.log")).exists();
    }

    @Test
    @Order(2)
    void quickstartOnAFilledHomeDoesNothingAgain() {
        Invocation again = torii("quickstart", "--no-open");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("Everything was prepared already.", "nDCG@10");
    }

    @Test
    @Order(3)
    void recommendationsAreExplained() {
        Invocation unknown = torii("recommend", "no-such-user");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("There is no user no-such-user.", "Maybe ");

        String someone = "user0001";
        Invocation shown = torii("recommend", someone, "--n", "5", "--explain");
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("rank", "score", "because you liked").contains("two_tower");

        JsonNode answer = torii("recommend", someone, "--n", "5", "--json").json();
        assertThat(answer.at("/algorithm").asText()).isEqualTo("hybrid");
        assertThat(answer.at("/items")).hasSize(5);
        assertThat(torii("recommend", someone, "--n", "500").code()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void theRegistryListsVerifiesAndFindsDamage() throws IOException {
        JsonNode models = torii("models", "list", "--json").json();
        String version = models.at("/0/version").asText();
        assertThat(models.at("/0/state").asText()).isEqualTo("active");
        assertThat(torii("models", "verify", version).code()).isZero();
        assertThat(models.at("/0/files_state").asText()).isEqualTo("present");
        assertThat(torii("models", "show", "no-such-version").code()).isEqualTo(1);
        JsonNode shown = torii("models", "show", version, "--json").json();
        assertThat(shown.at("/gate_checks/0/name").asText()).isEqualTo("beats_popularity");
        assertThat(shown.at("/gate_checks/0/outcome").asText()).isEqualTo("passed");
        assertThat(shown.at("/lineage/trigger").asText()).isEqualTo("manual");
        assertThat(shown.at("/audit/0/action").asText()).isEqualTo("model.activate");
        Invocation unreasoned = torii("models", "activate", version, "--force");
        assertThat(unreasoned.code()).isEqualTo(2);
        assertThat(unreasoned.err()).contains("needs a reason");
        assertThat(torii("alerts").out()).contains("No open alert.");

        Path file = someModelFile(version);
        byte[] intact = Files.readAllBytes(file);
        Files.writeString(file, "damage", StandardOpenOption.APPEND);
        Invocation damaged = torii("models", "verify", version);
        assertThat(damaged.code()).isEqualTo(4);
        assertThat(damaged.out()).contains(file.getFileName().toString());
        Files.write(file, intact);
    }

    @Test
    @Order(4)
    void aVersionIsExportedForOtherPrograms(@TempDir Path other) {
        String version =
                torii("models", "list", "--json").json().at("/0/version").asText();
        Invocation exported =
                torii("models", "export", version, "--format", "tfjs", "--to", other.toString(), "--json");
        assertThat(exported.code()).as(exported.err()).isZero();
        Path folder = Path.of(exported.json().path("place").asText());
        assertThat(folder).isEqualTo(other.resolve("tfjs").resolve(version));
        assertThat(folder.resolve("manifest.json")).exists();
        assertThat(folder.resolve("user_tower/model.json")).exists();
        assertThat(exported.err()).contains("writing the export");
        assertThat(torii("models", "export", version, "--format", "tfjs", "--to", other.toString())
                        .out())
                .contains("were there already", "latest.json named it before");
    }

    @Test
    @Order(5)
    void runsAreRemembered() {
        JsonNode jobs = torii("jobs", "list", "--json").json();
        assertThat(jobs.findValuesAsText("kind")).contains("sample", "train", "embed");
        assertThat(torii("jobs", "list").out()).contains("sample", "done");
        String id = jobs.at("/0/id").asText();
        assertThat(torii("jobs", "show", id).out()).contains(id, System.getProperty("user.name"));
        assertThat(torii("jobs", "cancel", id).err()).contains("has ended already");

        JsonNode runs = torii("jobs", "runs", "--json").json();

        assertThat(runs).hasSize(1);
        assertThat(runs.at("/0/source").asText()).isEqualTo("sample");
        assertThat(torii("jobs", "runs").out()).contains("sample", "done");
    }

    @Test
    @Order(6)
    void wrongValuesExitWithTwo() {
        Invocation setting = torii("train", "--set", "epochs=many");

        assertThat(setting.code()).isEqualTo(2);
        assertThat(setting.err()).contains("epochs").doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatDoesNotAnswerExitsWithThree(@TempDir Path other) {
        Invocation failed = Invocation.of(
                new Interruption(),
                environment(other),
                "jobs",
                "list",
                "--set",
                "database.url=jdbc:postgresql://127.0.0.1:1/torii",
                "--json");

        assertThat(failed.code()).as(failed.err()).isEqualTo(3);
        assertThat(failed.json().at("/error/code").asText()).isEqualTo("database_unreachable");
    }

    private static Path someModelFile(String version) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().contains(version) && file.toString().endsWith(".pb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Invocation torii(String... arguments) {
        return Invocation.of(new Interruption(), environment(home), arguments);
    }

    private static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TORII_HOME", home.toString());
        environment.put("TORII_DATABASE_BINARIES_DIR", System.getProperty("torii.test.cache") + "/postgres");
        return environment;
    }
}
