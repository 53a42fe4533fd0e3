package dev.torii.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTrainCommandTest {
    @TempDir
    private Path home;

    private Invocation bench(String... further) {
        String[] arguments = new String[9 + further.length];
        System.arraycopy(
                new String[] {"bench", "train", "--videos", "300", "--users", "80", "--interactions", "1600", "--json"},
                0,
                arguments,
                0,
                9);
        System.arraycopy(further, 0, arguments, 9, further.length);
        return Invocation.of(home, arguments);
    }

    @Test
    void measuresATrainingOnReproducibleData() {
        String[] small = {"--batch", "128", "--set", "dimension=16", "--set", "epochs=1"};
        Invocation shown = bench(small);

        assertThat(shown.code()).as(shown.err()).isZero();
        JsonNode result = shown.json().path("result");
        assertThat(shown.json().at("/machine/processors").asInt()).isPositive();
        assertThat(result.path("pairs_per_second").asDouble()).isPositive();
        assertThat(result.path("step_millis_p95").asDouble())
                .isGreaterThanOrEqualTo(result.path("step_millis_p50").asDouble())
                .isPositive();
        assertThat(result.path("heap_peak_bytes").asLong()).isPositive();
        assertThat(result.path("phases").fieldNames())
                .toIterable()
                .contains("generate", "prepare", "gather", "tensorflow", "update");
        assertThat(result.path("whole_run").asBoolean()).isTrue();
        assertThat(result.path("pairs").asLong())
                .isEqualTo(result.path("planned_pairs").asLong())
                .isGreaterThan(1000);

        JsonNode again = bench(small).json().path("result");
        assertThat(again.path("loss").asDouble()).isEqualTo(result.path("loss").asDouble());
        assertThat(again.path("interactions").asInt())
                .isEqualTo(result.path("interactions").asInt());
        assertThat(home.resolve("postgres")).doesNotExist();
    }

    @Test
    void stopsAfterTheGivenTimeAndSaysWhatTheWholeWouldTake() {
        JsonNode result =
                bench("--seconds", "0", "--set", "dimension=16").json().path("result");
        assertThat(result.path("whole_run").asBoolean()).isFalse();
        assertThat(result.path("pairs").asLong()).isZero();
    }

    @Test
    void aWorldThatCannotBeIsRefused() {
        Invocation failed = Invocation.of(home, "bench", "train", "--videos", "3", "--interactions", "100");
        assertThat(failed.code()).isEqualTo(2);
        assertThat(failed.err()).contains("3 videos").contains("Maybe");
    }
}
