package dev.torii.views.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Text stands out from what it stands on by at least 4.5 : 1 (WCAG 2.2, 1.4.3).
class ContrastTest {
    private static final double ENOUGH = 4.5;

    @Test
    void initialsStandOutFromTheirCovers() throws IOException {
        String css = read(Appearance.class, "console.css");
        var covers = Pattern.compile("\\.cover-\\d+ \\{ -fx-background-color: (#[0-9a-f]{6})")
                .matcher(css)
                .results()
                .toList();
        assertThat(covers).hasSize(12);
        for (MatchResult cover : covers) {
            assertThat(contrast(Color.WHITE, Color.web(cover.group(1))))
                    .as(cover.group())
                    .isGreaterThan(ENOUGH);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theColoursOfTextStandOutFromTheGroundsTheyAreUsedOn(Theme theme) throws IOException {
        String css = read(atlantafx.base.theme.Theme.class, "primer-" + theme.code() + ".css");
        Color ground = colour(css, "-color-bg-default");
        for (String text : new String[] {"-color-fg-default", "-color-fg-muted"}) {
            assertStandsOut(css, text, ground);
            assertStandsOut(css, text, colour(css, "-color-bg-subtle"));
            assertStandsOut(css, text, colour(css, "-color-bg-inset"));
        }
        assertStandsOut(css, "-color-fg-muted", over(colour(css, "-color-accent-subtle"), ground));
        assertStandsOut(
                css, "-color-accent-fg", over(colour(css, "-color-accent-subtle"), colour(css, "-color-bg-subtle")));
        assertStandsOut(css, "-color-danger-fg", colour(css, "-color-bg-subtle"));
        assertThat(contrast(Color.WHITE, colour(css, "-color-accent-emphasis"))).isGreaterThan(ENOUGH);
    }

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21.0", "#777777,#ffffff,4.48"})
    void theFormulaIsTheStandards(String one, String other, double expected) {
        assertThat(contrast(Color.web(one), Color.web(other))).isBetween(expected - 0.01, expected + 0.01);
    }

    private static void assertStandsOut(String css, String name, Color ground) {
        assertThat(contrast(colour(css, name), ground))
                .as(name + " on " + ground)
                .isGreaterThan(ENOUGH);
    }

    private static Color colour(String css, String name) {
        var matcher = Pattern.compile(Pattern.quote(name) + "\\s*:\\s*([^;}]+)").matcher(css);
        assertThat(matcher.find()).as(name).isTrue();
        return Color.web(matcher.group(1).strip());
    }

    private static Color over(Color top, Color ground) {
        return ground.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String read(Class<?> beside, String name) throws IOException {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
