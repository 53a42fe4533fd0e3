package dev.torii.engine.embed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.torii.engine.EngineConfig.TrainingConfig;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsReaderTest {
    private static TrainingSettings read(Map<String, String> overrides) {
        return TrainingSettingsReader.read(TrainingConfig.DEFAULT, overrides);
    }

    @Test
    void overridesComeOverTheConfiguration() {
        TrainingSettings settings = read(Map.of("epochs", "3", "halfLifeDays", "30.5"));
        assertThat(settings.epochs()).isEqualTo(3);
        assertThat(settings.halfLifeDays()).isEqualTo(30.5);
        assertThat(settings.dimension()).isEqualTo(TrainingConfig.DEFAULT.dimension());
    }

    @Test
    void theDefaultsOfConfigurationAndTrainingAgree() {
        assertThat(read(Map.of())).isEqualTo(TrainingSettings.DEFAULT);
    }

    @Test
    void passesThatAreNotSetFallWithTheNumberOfPositives() {
        TrainingSettings suiting = read(Map.of());
        assertThat(suiting.passes(44_000)).isEqualTo(8);
        assertThat(suiting.passes(460_000)).isEqualTo(3);
        assertThat(suiting.passes(20_000_000)).isEqualTo(1);
        assertThat(suiting.passes(10)).isEqualTo(24);
        assertThat(read(Map.of("epochs", "5")).passes(44_000)).isEqualTo(5);
    }

    @Test
    void whatIsDescribedReadsBackTheSame() {
        TrainingSettings settings = Tastes.settings();
        assertThat(read(TrainingSettingsReader.describe(settings))).isEqualTo(settings);
    }

    @Test
    void anUnknownSettingNamesTheNearest() {
        assertThatThrownBy(() -> read(Map.of("epoch", "3"))).isInstanceOfSatisfying(ToriiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(e).hasMessageContaining("\"epoch\"");
            assertThat(e.advice()).isEqualTo("Maybe epochs is meant.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "epochs,-1",
        "epochs,2.5",
        "epochs,many",
        "temperature,0",
        "temperature,NaN",
        "idDropout,1",
        "dimension,4"
    })
    void valuesOutOfRangeAreRefused(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value))).isInstanceOfSatisfying(ToriiException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_VALUE);
            assertThat(e).hasMessageContaining(name).hasMessageContaining(value);
        });
    }
}
