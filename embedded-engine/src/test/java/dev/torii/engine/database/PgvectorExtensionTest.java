package dev.torii.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PgvectorExtensionTest {
    @ParameterizedTest
    @CsvSource({
        "0.4.4, false, no HNSW",
        "0.5.0, true, CVE-2026-3172",
        "0.8.1, true, CVE-2026-3172",
        "0.8.2, true, vacuuming",
        "0.8.3, true, vacuuming",
        "0.8.4, true, ''",
        "0.10.0, true, ''",
        "1.0, true, ''",
    })
    void knowsWhatEachVersionLacks(String version, boolean hnsw, String warning) {
        PgvectorExtension extension = new PgvectorExtension(version, "public");
        assertThat(extension.hasHnsw()).isEqualTo(hnsw);
        assertThat(extension.warning().orElse("")).contains(warning);
        assertThat(extension.warning().isEmpty()).isEqualTo(warning.isEmpty());
    }
}
