package dev.torii.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.job.JobKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    @Test
    void mapsAreWrittenInTheOrderOfTheirKeys() {
        String document = JsonDocument.of(Map.of("ndcg@10", 1, "coverage", 2, "map@10", 3, "a", 4, "z", 5));

        assertThat(document.lines().map(line -> line.replaceAll("[^a-z]", "")).filter(name -> !name.isEmpty()))
                .containsExactly("a", "coverage", "map", "ndcg", "z");
    }

    @Test
    void durationsAreSecondsAndEnumsLowerCase() {
        record Sample(Duration tookLong, JobKind kind) {}

        assertThat(JsonDocument.of(new Sample(Duration.ofMillis(1500), JobKind.TRAIN)))
                .contains("\"took_long\" : 1.5", "\"kind\" : \"train\"");
    }
}
