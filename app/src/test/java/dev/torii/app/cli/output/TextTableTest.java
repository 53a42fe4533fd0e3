package dev.torii.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsStandBelowEachOtherWithWideSignsToo() {
        TextTable table = new TextTable("rank", "title", "score")
                .row(1, "鳥居 the gate", "0.5")
                .row(10, "plain", "12.25");

        assertThat(table.lines())
                .containsExactly(
                        "rank  title          score", "   1  鳥居 the gate    0.5", "  10  plain          12.25");
    }

    @Test
    void longTextsAreShortenedToTheColumnsTheyMayTake() {
        assertThat(DisplayWidth.shorten("鳥居をくぐる", 7)).isEqualTo("鳥居を…");
        assertThat(DisplayWidth.of("か\u3099")).isEqualTo(2);
        assertThat(DisplayWidth.shorten("short", 7)).isEqualTo("short");
    }

    @Test
    void durationsAreReadable() {
        assertThat(Durations.text(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(Durations.text(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Durations.text(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
    }
}
