package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The figures as Prometheus reads them.
@ExtendWith(SharedServer.class)
class MetricsTest {
    private final TestServer server;

    MetricsTest(TestServer server) {
        this.server = server;
    }

    @Test
    void requestsAreCountedAndTimedByEndpoint() {
        server.get("/healthz", "");
        server.post(TestServer.RECOMMENDATIONS, server.userToken(UUID.randomUUID()), "{\"limit\":0}");
        server.get("/functions/v1/made-up-" + UUID.randomUUID(), "");
        Reply reply = server.get("/metrics", "");
        assertThat(reply.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(reply.body())
                .endsWith("\n")
                .contains("# TYPE adult_matching_requests_total counter")
                .contains("# TYPE adult_matching_request_duration_seconds histogram")
                .contains("adult_matching_request_duration_seconds_bucket{endpoint=\"healthz\",le=\"0.3\"}")
                .contains("adult_matching_requests_total{endpoint=\"recommendations/enhanced_two_tower\","
                        + "method=\"POST\",status=\"422\"}")
                .contains("adult_matching_requests_total{endpoint=\"unknown\"")
                .contains("adult_matching_edge_requests_total{function=\"recommendations/enhanced_two_tower\"}")
                .contains("adult_matching_edge_errors_total{function=\"recommendations/enhanced_two_tower\"")
                .contains("adult_matching_edge_recommendations_enhanced_two_tower_duration_ms_bucket{le=\"300.0\"}")
                .contains("adult_matching_db_connections 0.0")
                .contains("adult_matching_ml_model_accuracy ")
                .contains("adult_matching_system_cpu_percent ")
                .contains("adult_matching_system_memory_percent ")
                .doesNotContain("made-up");
    }

    @Test
    void everyMetricHasOneTypeBeforeItsSamplesAndNoSampleTwice() {
        List<String> lines = server.get("/metrics", "").body().lines().toList();
        Set<String> types = new HashSet<>();
        Set<String> samples = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("# TYPE ")) {
                assertThat(types.add(line.split(" ")[2])).as(line).isTrue();
            } else if (!line.startsWith("#")) {
                String series = line.substring(0, line.lastIndexOf(' '));
                assertThat(samples.add(series)).as(line).isTrue();
                String name = series.split("[{ ]")[0];
                assertThat(types).as(line).containsAnyOf(name, name.replaceAll("_(bucket|count|sum)$", ""));
            }
        }
        assertThat(types).isNotEmpty();
    }
}
