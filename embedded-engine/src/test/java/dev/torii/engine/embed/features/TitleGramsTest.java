package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleGramsTest {
    @Test
    void takesPairsAndTriplesOfCharacters() {
        assertThat(TitleGrams.of("夜の橋")).containsExactly("夜の", "の橋", "夜の橋");
    }

    @Test
    void halfWidthAndFullWidthSpellingsMeet() {
        assertThat(TitleGrams.of("ｶﾞﾝﾀﾞﾑ ＡＢ")).isEqualTo(TitleGrams.of("ガンダム ab"));
    }

    @Test
    void nothingCrossesSpacesAndPunctuation() {
        assertThat(TitleGrams.of("Up! (2009)")).containsExactly("up", "20", "00", "09", "200", "009");
        assertThat(TitleGrams.of(" ! ")).isEmpty();
    }
}
