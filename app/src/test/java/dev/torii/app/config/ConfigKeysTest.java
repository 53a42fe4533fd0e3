package dev.torii.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
    private final ConfigKeys keys = new ConfigKeys();

    @Test
    void everyKeyHasAMeaningAndNoMeaningIsLeftOver() throws IOException {
        Properties meanings = new Properties();
        try (InputStream in = Objects.requireNonNull(ConfigKeys.class.getResourceAsStream("keys.properties"))) {
            meanings.load(in);
        }

        assertThat(keys.all())
                .extracting(ConfigKey::meaning)
                .allSatisfy(meaning -> assertThat(meaning).isNotBlank());
        assertThat(meanings.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        keys.all().stream().map(ConfigKey::fullName).toList());
    }

    @Test
    void everyRuleBelongsToAKeyAndAcceptsItsDefault() {
        assertThat(KeyRules.names())
                .allSatisfy(name -> assertThat(keys.find(name)).isPresent());
        assertThat(keys.all())
                .filteredOn(key -> key.defaultValue() != null)
                .allSatisfy(
                        key -> assertThat(KeyRules.broken(key.fullName(), Objects.requireNonNull(key.defaultValue())))
                                .isEmpty());
    }

    @Test
    void namesOfTheEnvironmentFollowFromTheKeys() {
        assertThat(keys.byEnvironmentName())
                .containsKeys("TORII_DMM_BASE_URL", "TORII_AUTH_JWT_SECRET", "TORII_ALERTS_SLACK_WEBHOOK_URL")
                .hasSameSizeAs(keys.all());
        assertThat(keys.sections())
                .containsExactly(
                        "database",
                        "dmm",
                        "index",
                        "training",
                        "serving",
                        "auth",
                        "http",
                        "monitor",
                        "alerts",
                        "schedule",
                        "ui");
    }

    @Test
    void theNearestNameIsFoundThroughSlips() {
        assertThat(NearestName.distance("prot", "port")).isEqualTo(1);
        assertThat(NearestName.of(
                        "dmm.baseURl",
                        keys.all().stream().map(ConfigKey::fullName).toList()))
                .contains("dmm.baseUrl");
        assertThat(NearestName.of("quite.different.words", keys.sections())).isEmpty();
    }
}
