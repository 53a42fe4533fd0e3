package dev.torii.views.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Formats formats = new Formats(messages, ZoneOffset.UTC);

    @Test
    void aShareIsNeverRoundedUpToAll() {
        assertThat(formats.percent(0.9999)).isEqualTo("99.9%");
        assertThat(formats.percent(1)).isEqualTo("100%");
        assertThat(formats.percent(0.5)).isEqualTo("50.0%");
    }

    @Test
    void nothingIsNeitherPositiveNorNegative() {
        assertThat(formats.signed(-0.0, 3)).isEqualTo("0.000");
        assertThat(formats.signed(-0.0001, 3)).isEqualTo("0.000");
        assertThat(formats.signed(0.12, 2)).isEqualTo("+0.12");
        assertThat(formats.signed(-0.12, 2)).isEqualTo("-0.12");
    }

    @Test
    void spansOfTimeAreSaidInTwoUnits() {
        assertThat(formats.duration(Duration.ofMillis(7))).isEqualTo("7 ms");
        assertThat(formats.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(formats.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(formats.duration(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
        messages.languageProperty().set(Language.JAPANESE);
        assertThat(formats.duration(Duration.ofSeconds(125))).isEqualTo("2 分 5 秒");
    }

    @Test
    void datesFollowTheLanguage() {
        Instant instant = Instant.parse("2026-11-20T08:45:00Z");
        assertThat(formats.date(instant)).isEqualTo("Nov 20, 2026");
        messages.languageProperty().set(Language.JAPANESE);
        assertThat(formats.date(instant)).isEqualTo("2026/11/20");
    }
}
